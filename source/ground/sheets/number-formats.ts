// Formats that a file names by number alone and that show a day or an hour: ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to
// 58 are days in the East Asian lists.
const builtIn = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 47])
for (let id = 50; id <= 58; id++) builtIn.add(id)

/**
 * Whether a number in this format is shown as a day or an hour. One that shows how long something took ([h]:mm) is a
 * number.
 *
 * @param code what the file itself says for this number, if it says it
 */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return builtIn.has(id)
  if (/\[(?:h+|m+|s+)\]/i.test(code)) return false
  // Words in quotation marks, escaped and padding characters, colours, currencies and languages say nothing of days.
  const bare = (code.split(';')[0] ?? '').replace(/"[^"]*"|\\.|[_*].|\[[^\]]*\]/g, '')
  return !/general/i.test(bare) && /[ymdhs]/i.test(bare)
}

/**
 * The day, moment or hour that a serial number stands for. Null for what is none: negative, after the year 9999, or the
 * 29 February 1900 that Excel invented.
 *
 * @param since1904 for workbooks that count from 1904, as those of old Macintoshes
 */
export function dateOfSerial(
  serial: number,
  since1904: boolean,
): Temporal.PlainDate | Temporal.PlainDateTime | Temporal.PlainTime | null {
  if (!Number.isFinite(serial) || serial < 0) return null
  let days = Math.floor(serial)
  let seconds = Math.round((serial - days) * 86_400)
  if (seconds === 86_400) [days, seconds] = [days + 1, 0]
  const time = Temporal.PlainTime.from('00:00').add({ seconds })
  if (days === 0 && !since1904) return time
  if (days === 60 && !since1904) return null
  const zero = since1904 ? '1904-01-01' : days < 60 ? '1899-12-31' : '1899-12-30'
  if (days > 2_958_465) return null
  const day = Temporal.PlainDate.from(zero).add({ days })
  return seconds === 0 ? day : day.toPlainDateTime(time)
}
