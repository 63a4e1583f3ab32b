/** Another living Perenne holds this data folder. One line, fit for standard error. */
export class DataFolderTaken extends Error {
  override name = 'DataFolderTaken'
  readonly dataFolder: string
  /** `who`: where the other one is, if that is known, as `process 123`. */
  constructor(dataFolder: string, who: string | null) {
    const other = who === null ? '' : ` (${who})`
    super(
      `PERENNE_DATA: ${dataFolder} is in use by another running Perenne${other}; expected a folder of its own: stop the other one or name another folder`,
    )
    this.dataFolder = dataFolder
  }
}

/** The cluster was made by another major version of PostgreSQL than the one this Perenne carries. */
export class ClusterOfOtherMajor extends Error {
  override name = 'ClusterOfOtherMajor'
  constructor(folder: string, found: string, expected: number) {
    super(
      `The database in ${folder} was made by PostgreSQL ${found}; this Perenne carries PostgreSQL ${expected}. With the version of Perenne that made it run "perenne backup FILE", then with this one "perenne restore FILE" into a new folder (PERENNE_DATA)`,
    )
  }
}

/** The embedded PostgreSQL cannot be made or started. The message ends with what PostgreSQL itself said last. */
export class ClusterFailed extends Error {
  override name = 'ClusterFailed'
  constructor(what: string, lastLines = '', cause?: unknown) {
    super(lastLines.trim() === '' ? what : `${what}\n${lastLines.trim()}`, cause === undefined ? {} : { cause })
  }
}

/** The errno code of a system error (`ENOENT`, `EACCES`…), or the empty string. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** Awaits a file operation; a file that is not there gives `null`, any other error is thrown. */
export async function orNull<T>(operation: Promise<T>): Promise<T | null> {
  try {
    return await operation
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}
