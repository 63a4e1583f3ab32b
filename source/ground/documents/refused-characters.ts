/**
 * The characters that an archive file was refused for, each once. The compiler tells its errors as text only, quoted
 * twice.
 */
export function charactersWithoutFont(message: string): string[] {
  const told = message.matchAll(/the text `\\*"(.*?)\\*"` could not be displayed/gs)
  const characters = [...told].flatMap(([, text = '']) => [
    ...text.replace(/\\+u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16))),
  ])
  return [...new Set(characters)].filter(character => character !== '\\')
}
