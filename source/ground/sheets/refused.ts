export type SheetRefusalCode =
  /** More bytes than are taken. */
  | 'too-large'
  /** Small as it comes, and more than is taken once unpacked. */
  | 'too-large-unpacked'
  | 'too-many-rows'
  | 'too-many-cells'
  /** A program (Windows, Linux, macOS), whatever its name says. */
  | 'program'
  /** A workbook of before 2007 (.xls), or a binary one (.xlsb): to be saved as .xlsx. */
  | 'old-excel'
  /** Protected by a password. */
  | 'encrypted'
  /** Of LibreOffice (.ods): to be saved as .xlsx. */
  | 'opendocument'
  /** Neither a table in text nor a workbook. */
  | 'not-a-spreadsheet'
  /** Begins as one, and cannot be read to its end. */
  | 'damaged'
  /** Nothing in it. */
  | 'empty'

/** Thrown for a file that is not taken. The code is for whoever puts it into words; `where` says at which line or part. */
export class SheetRefused extends Error {
  readonly code: SheetRefusalCode
  readonly where: string | null
  constructor(code: SheetRefusalCode, where: string | null = null) {
    super(where === null ? code : `${code}: ${where}`)
    this.code = code
    this.where = where
  }
}

/** How much is taken. */
export type SheetLimits = {
  /** Of the file as it comes. */
  bytes: number
  /** Of the parts that are read, unpacked, together. */
  unpackedBytes: number
  /** With something in them, in all sheets. */
  rows: number
  /** With something in them, in all sheets. */
  cells: number
}

/** 20,000 people with 40 columns fit, as we write them ourselves; what unpacks to the memory of the machine does not. */
export const usualLimits: SheetLimits = {
  bytes: 10 * 1024 * 1024,
  unpackedBytes: 96 * 1024 * 1024,
  rows: 20_001,
  cells: 1_000_000,
}
