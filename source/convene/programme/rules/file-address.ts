/** The id of a file of this installation, from the address of a document; null for a page elsewhere. */
export const fileIn = (address: string): string | null =>
  /^\/files\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(address)?.[1] ?? null
