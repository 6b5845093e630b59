// Pages in the encodings of the older web.
import { toEncoding } from '../encoding.ts';
import { type Places, type Reply, reply } from '../reply.ts';
import { ENCODED, type Encoded } from '../texts/encoded.ts';
import type { Specials } from './plain.ts';

/** Its script holds the parser up, so that the text can be had from the browser's copy of the HTML first. */
function encodedPage({ encoding, declared, title, author, paragraphs }: Encoded, places: Places): Reply {
  const lang = declared ? ` lang="${declared}"` : '';
  const text = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n');
  const page = `<!doctype html>
<html${lang}>
<head>
<meta charset="${encoding}">
<title>${title} | Ledger</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="author" content="${author}">
<link rel="icon" href="data:,">
<script src="${places.ads}/js/auction-90k.js"></script>
</head>
<body>
<main><article><h1>${title}</h1>
${text}</article></main>
</body>
</html>
`;
  return reply('text/html', toEncoding(page, encoding));
}

export const encoded: Specials = Object.fromEntries(
  ENCODED.map((each) => [`encoded-${each.encoding}`, ({ places }) => encodedPage(each, places)]),
);
