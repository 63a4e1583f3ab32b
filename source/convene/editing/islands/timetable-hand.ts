import { endingAt, grid, movedBy, type Place } from '../rules/timetable.ts'
import type { Canvas } from './timetable-canvas.ts'

type Does = {
  /** @returns where the slot stands; undefined for one that is not moved */
  lift: (key: string) => Place | undefined
  move: (key: string, to: Place) => void
  drop: (key: string, kept: boolean) => void
}

/** Pixels that a hand trembles without meaning to move anything. */
const tremble = 4
/** Pixels from the edge of the window within which it scrolls along. */
const edge = 48

/**
 * Slots follow the mouse, a pen or a finger: the whole slot, or its end where it is taken at its lower edge. A finger takes
 * it by its handle, so that the page still scrolls elsewhere. Escape lets go of it where it was.
 */
export function followHand(canvas: Canvas, does: Does): void {
  const { sheet } = canvas
  let held: {
    key: string
    id: number
    from: Place
    length: boolean
    x: number
    y: number
    lane: string
    moving: boolean
  } | null = null

  const laneKey = (x: number) => JSON.stringify(canvas.laneAt(x))
  const end = (kept: boolean) => {
    if (!held) return
    const { key, moving, id } = held
    held = null
    if (sheet.hasPointerCapture(id)) sheet.releasePointerCapture(id)
    sheet.classList.remove('moving')
    if (moving) does.drop(key, kept)
  }

  sheet.addEventListener('pointerdown', event => {
    const target = event.target as Element
    const key = target.closest<HTMLElement>('[data-key]')?.dataset.key
    const handle = target.closest('.grip, .edge')
    if (held || key === undefined || event.button !== 0 || !event.isPrimary) return
    if (event.pointerType === 'touch' && !handle) return
    const from = does.lift(key)
    if (!from) return
    event.preventDefault()
    sheet.setPointerCapture(event.pointerId)
    held = {
      key,
      id: event.pointerId,
      from,
      length: handle?.classList.contains('edge') ?? false,
      x: event.pageX,
      y: event.pageY,
      lane: laneKey(event.clientX),
      moving: false,
    }
  })

  sheet.addEventListener('pointermove', event => {
    if (!held || event.pointerId !== held.id) return
    if (!held.moving && Math.hypot(event.pageX - held.x, event.pageY - held.y) < tremble) return
    held.moving = true
    sheet.classList.add('moving')
    if (event.clientY < edge) window.scrollBy(0, -edge / 4)
    else if (event.clientY > window.innerHeight - edge) window.scrollBy(0, edge / 4)
    const minutes = (event.pageY - held.y) / canvas.scale
    const onGrid = (minute: number) => Math.round(minute / grid) * grid
    const { from, key } = held
    if (held.length) does.move(key, endingAt(from, onGrid(from.to + minutes)))
    else {
      const lane = laneKey(event.clientX) === held.lane ? undefined : canvas.laneAt(event.clientX)
      // Only across: as long as the hand has hardly gone up or down, the minutes stay as they are, on the grid or not.
      const by = Math.abs(minutes) < grid / 2 ? 0 : onGrid(from.from + minutes) - from.from
      does.move(key, { ...movedBy(from, by), ...lane })
    }
  })
  sheet.addEventListener('pointerup', event => {
    if (event.pointerId === held?.id) end(true)
  })
  sheet.addEventListener('pointercancel', event => {
    if (event.pointerId === held?.id) end(false)
  })
  window.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !held?.moving) return
    event.preventDefault()
    end(false)
  })
}
