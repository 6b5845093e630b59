// The shape of an article's text.

export interface Picture {
  /** Names the file; the same name is always the same picture. */
  name: string;
  alt: string;
  caption: string;
}

export interface Comment {
  author: string;
  text: string;
}

/** What the body of an article needs from the page around it. */
export interface Around {
  /** The origin of another site. */
  portal: string;
  picture: (picture: Picture) => string;
  /** A block in the middle of the text that asks for something. */
  callToAction: (title: string, text: string) => string;
}

export interface Article {
  path: string;
  lang: 'en' | 'fa' | 'ar';
  /** How a page says that it runs from right to left. */
  direction: 'none' | 'attribute' | 'css';
  section: string;
  sectionPath: string;
  title: string;
  standfirst: string;
  author: string;
  published: string;
  minutes: number;
  lead: Picture;
  body: (around: Around) => string;
  comments: Comment[];
  /** A list of pictures after the text. */
  gallery: Picture[];
}
