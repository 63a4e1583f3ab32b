/** A backup or a restore that will not be done. The message is one clear line that says what to do. */
export class BackupRefused extends Error {
  override name = 'BackupRefused'
}

const said: Record<string, string> = {
  ENOSPC: 'there is no room left on that disk; free some, or choose another place',
  EDQUOT: 'the quota of that disk is used up; free some room, or choose another place',
  EACCES: 'this user may not write or read there',
  EPERM: 'this user may not write or read there',
  EROFS: 'that disk can only be read',
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of that path is not a folder',
  EISDIR: 'that is a folder; expected the name of a file',
  '53100': 'there is no room left on the disk of the database; free some and try again',
}

/** The same error, with the file it was about and what to do, when it is one of those that a disk has. */
export function aboutFile(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return said[code] ? new BackupRefused(`${file}: ${said[code]}.`, { cause: error }) : error
}
