declare module '*.css' {
  /** The sheet as minified text: see build.mjs. */
  const css: string;
  export default css;
}
