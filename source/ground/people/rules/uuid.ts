/** Whether a part of an address can be an id: asked before the database, which would call anything else an error. */
export const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
