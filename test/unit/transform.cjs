// Compiles TypeScript for jest, and hands it style sheets as text, by the same esbuild as the build.
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
