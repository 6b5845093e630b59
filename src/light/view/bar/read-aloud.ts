// Reads a text aloud by a voice that is on the device, and shows where it is. Where there is none for the language, nothing is offered.

/** What a voice reads: pictures and what is there to be pressed is left out. */
const UNSPOKEN = '.picture, .full, hr, pre, [data-part=offers], [data-part=call]';

interface Stage {
  main: HTMLElement;
  article: HTMLElement;
  body: HTMLElement;
}

/** What is being read, and what ends it. */
let stopNow: (() => void) | null = null;

export function isReadingAloud(): boolean {
  return stopNow !== null;
}

/** A voice of the device for a language, the browser's own choice first: others send the text to a server. */
export function findLocalVoice(language: string): SpeechSynthesisVoice | null {
  if (!('speechSynthesis' in globalThis)) return null;
  const wanted = toPrimary(language);
  const voices = speechSynthesis
    .getVoices()
    .filter(({ localService, lang }) => localService && toPrimary(lang) === wanted);
  return voices.find((voice) => voice.default) ?? voices[0] ?? null;
}

/** `pt` of `pt-BR` and of `pt_BR`. */
function toPrimary(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0] ?? '';
}

/** Reads on from the block at the top of the window, to the end of the text or until it is stopped. */
export async function readAloud({ article, body }: Stage): Promise<void> {
  const voice = findLocalVoice(article.lang);
  if (!voice) return;
  stopReadingAloud();
  let isStopped = false;
  stopNow = () => {
    isStopped = true;
    speechSynthesis.cancel();
  };
  for (const block of findBlocks(article, body)) {
    if (isStopped || !block.isConnected) break;
    await speak(block, voice);
  }
  if (!isStopped) stopNow = null;
}

export function stopReadingAloud(): void {
  stopNow?.();
  stopNow = null;
}

function findBlocks(article: HTMLElement, body: HTMLElement): HTMLElement[] {
  const title = article.querySelector('h1');
  const blocks = [...(title ? [title] : []), ...body.children] as HTMLElement[]; // Blocks of the view are HTML.
  const first = blocks.findIndex((block) => block.getBoundingClientRect().bottom > 0);
  return blocks
    .slice(Math.max(0, first))
    .filter((block) => !block.matches(UNSPOKEN) && block.textContent?.trim());
}

/** Resolves when the block has been read, or could not be. */
function speak(block: HTMLElement, voice: SpeechSynthesisVoice): Promise<void> {
  const words = block.cloneNode(true) as HTMLElement; // Of an element, it is one.
  for (const part of words.querySelectorAll(UNSPOKEN)) part.remove();
  const utterance = new SpeechSynthesisUtterance((words.textContent ?? '').trim());
  utterance.voice = voice;
  utterance.lang = voice.lang;
  block.classList.add('spoken');
  block.scrollIntoView({ block: 'nearest' });
  return new Promise((resolve) => {
    const finish = () => {
      block.classList.remove('spoken');
      resolve();
    };
    utterance.onend = finish;
    utterance.onerror = finish;
    speechSynthesis.speak(utterance);
  });
}
