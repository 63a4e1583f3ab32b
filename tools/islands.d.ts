export function buildIslands(options?: { force?: boolean }): Promise<boolean>
