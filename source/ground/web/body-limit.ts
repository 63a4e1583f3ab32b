import { Refusal } from './refusal.ts'

/**
 * The request, with its body cut off by an error as soon as it is too long: before it is read when it says its length,
 * while it is read when it does not.
 *
 * @throws Refusal `too-large`
 */
export function limitBody(request: Request, most: number): Request {
  const announced = request.headers.get('content-length')
  if (announced !== null && Number(announced) > most) throw new Refusal('too-large')
  if (request.body === null || announced !== null) return request
  let seen = 0
  const counted = request.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        seen += chunk.length
        if (seen > most) controller.error(new Refusal('too-large'))
        else controller.enqueue(chunk)
      },
    }),
  )
  return new Request(request.url, {
    method: request.method,
    headers: request.headers,
    body: counted,
    duplex: 'half',
  } as RequestInit)
}
