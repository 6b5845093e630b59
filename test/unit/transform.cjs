// Without this, jest could not read TypeScript, nor the style sheets that modules import as text. The same esbuild as the build's.
const { transformSync } = require('esbuild');

module.exports = {
  process(source, path) {
    const loader = path.endsWith('.css') ? 'text' : path.endsWith('.mjs') ? 'js' : 'ts';
    const { code, map } = transformSync(source, {
      loader,
      format: 'cjs',
      target: 'node20',
      sourcemap: true,
      sourcefile: path,
    });
    return { code, map };
  },
};
