export function build(options?: { force?: boolean }): Promise<void>
export const compiled: string
