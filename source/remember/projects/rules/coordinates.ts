/**
 * A latitude and a longitude as maps give them: “-33.0472, -71.6127”, « -33,0472 ; -71,6127 », in degrees. Decimal text
 * `LAT, LON` with at most six decimals; null when it cannot be read.
 */
export function readCoordinates(typed: string): string | null {
  const number = '[-\u2212+]?\\d{1,3}(?:[.,]\\d+)?'
  const found = new RegExp(`^\\s*(${number})°?\\s*(?:[;/]|,\\s|\\s|,(?=[^,]*$))\\s*(${number})°?\\s*$`).exec(typed)
  if (!found) return null
  const latitude = degrees(found[1] ?? '', 90)
  const longitude = degrees(found[2] ?? '', 180)
  return latitude === null || longitude === null ? null : `${latitude}, ${longitude}`
}

function degrees(typed: string, most: number): string | null {
  const text = typed.replace('\u2212', '-').replace('+', '').replace(',', '.')
  const [whole = '0', decimals = ''] = text.split('.')
  const kept = decimals.slice(0, 6).replace(/0+$/, '')
  const value = `${whole}${kept === '' ? '' : `.${kept}`}`
  return Math.abs(Number(value)) > most ? null : value
}
