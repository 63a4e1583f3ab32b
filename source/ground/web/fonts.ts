/** A font that the server offers at `/assets/fonts/<name>.woff2`, and where its file is found. */
export type FontFile = { name: string; packagePath: string; preload: boolean }

const font = (name: string, preload: boolean): FontFile => ({
  name,
  packagePath: `@fontsource-variable/${name.replace(/-latin.*$/, '')}/files/${name}-wght-normal.woff2`,
  preload,
})

/**
 * The fonts of the web pages. The two latin subsets hold every letter of French, Spanish, Portuguese and English and
 * are fetched ahead of need; the browser asks for the extended ones only when a name has letters such as ő or ł
 * (`unicode-range` in styles/fonts.css).
 */
export const fontFiles: FontFile[] = [
  font('source-sans-3-latin', true),
  font('source-serif-4-latin', true),
  font('source-sans-3-latin-ext', false),
  font('source-serif-4-latin-ext', false),
]

/** Address of a font file as the style sheet and the page frame name it. */
export function fontAddress(name: string): string {
  return `/assets/fonts/${name}.woff2`
}
