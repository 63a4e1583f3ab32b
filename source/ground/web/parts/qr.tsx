import { encode } from 'uqr'

/**
 * A QR code as a drawing: black on white whatever the colours of the page, with the quiet zone of four modules that readers
 * need (ISO/IEC 18004 §9.1).
 *
 * @param id of its title, one on a page
 * @param alt what it is, for those who do not see it
 */
export function QrCode({ text, id, alt }: { text: string; id: string; alt: string }) {
  const { size, path } = drawn(text)
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${size} ${size}`}
      width="280"
      height="280"
      role="img"
      aria-labelledby={id}
      shape-rendering="crispEdges"
    >
      <title id={id}>{alt}</title>
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  )
}

// Dark modules as one path, a run of them at a time: a tenth of what a rectangle for each would take.
function drawn(text: string): { size: number; path: string } {
  const { size, data } = encode(text, { ecc: 'M', border: 4 })
  const runs = data.flatMap((row, y) => {
    const found: string[] = []
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue
      const start = x
      while (row[x + 1]) x++
      found.push(`M${start} ${y}h${x - start + 1}v1h-${x - start + 1}z`)
    }
    return found
  })
  return { size, path: runs.join('') }
}
