import { drawFate } from '../site/fate.ts';
import { openLink, PACKET_BYTES } from '../site/link.ts';

const SEEDS = Array.from({ length: 200 }, (_, at) => `load ${at}`);

test('the same seed, the same fate', () => {
  expect(drawFate('stalls', 'a')).toEqual(drawFate('stalls', 'a'));
  expect(drawFate('stalls', 'a')).not.toEqual(drawFate('stalls', 'b'));
});

test('a lossy link stalls for 1 to 20 s, again and again, and never dies', () => {
  for (const { stalls, diesAtByte } of SEEDS.map((seed) => drawFate('stalls', seed))) {
    expect(stalls.length).toBeGreaterThan(1);
    for (const { forMs } of stalls) {
      expect(forMs).toBeGreaterThanOrEqual(1000);
      expect(forMs).toBeLessThanOrEqual(20_000);
    }
    expect(diesAtByte).toBe(Number.POSITIVE_INFINITY);
  }
});

test('a dying link dies at a byte or at a second, each about as often', () => {
  const byByte = SEEDS.filter((seed) => Number.isFinite(drawFate('dies', seed).diesAtByte));
  expect(byByte.length).toBeGreaterThan(60);
  expect(byByte.length).toBeLessThan(140);
});

describe('a link that dies', () => {
  const seed = (dies: 'at a byte' | 'at a second') =>
    SEEDS.find((each) => Number.isFinite(drawFate('dies', each).diesAtByte) === (dies === 'at a byte')) ?? '';
  const clock = () => {
    let timers: { due: number; run: () => void }[] = [];
    const time = {
      nowMs: 0,
      now: () => time.nowMs,
      after(ms: number, run: () => void) {
        const timer = { due: time.nowMs + ms, run };
        timers.push(timer);
        return () => {
          timers = timers.filter((each) => each !== timer);
        };
      },
      pass(ms: number) {
        const end = time.nowMs + ms;
        for (;;) {
          const next = timers.filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)[0];
          if (!next) break;
          timers = timers.filter((each) => each !== next);
          time.nowMs = next.due;
          next.run();
        }
        time.nowMs = end;
      },
    };
    return time;
  };

  test('lets no byte more than its fate through', () => {
    const time = clock();
    const mine = seed('at a byte');
    const link = openLink({ kbps: 1600, latencyMs: 0, fate: 'dies' }, time, mine);
    let sent = 0;
    link.carry(5e6, (_, end) => {
      sent = end;
    });
    time.pass(60_000);
    const { diesAtByte } = drawFate('dies', mine);
    expect(sent).toBeLessThanOrEqual(diesAtByte);
    expect(sent).toBeGreaterThan(diesAtByte - 2 * PACKET_BYTES);
    expect(link.diedAtMs).not.toBeNull();
  });

  test('dies at its second, and lives again as another link', () => {
    const time = clock();
    const mine = seed('at a second');
    const link = openLink({ kbps: 1600, latencyMs: 0, fate: 'dies' }, time, mine);
    let sent = 0;
    link.carry(5e6, (_, end) => {
      sent = end;
    });
    time.pass(60_000);
    expect(link.diedAtMs).toBe(drawFate('dies', mine).stalls[0]?.afterMs);
    expect(sent).toBeLessThan(5e6);
    link.change({ kbps: Number.POSITIVE_INFINITY, latencyMs: 0 });
    expect(sent).toBe(5e6);
  });
});
