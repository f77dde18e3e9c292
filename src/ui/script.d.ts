/** The address of a bundled page script; see vite.config.ts. */
declare module '*?script' {
  const url: string;
  export default url;
}
