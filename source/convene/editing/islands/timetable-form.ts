import { type Place, type Places, samePlace } from '../rules/timetable.ts'
import { fieldOfSlot, type placeFields, placeOf, type TypedPlace, typedOfPlace } from '../rules/timetable-fields.ts'
import type { Data } from './timetable-data.ts'

type Name = (typeof placeFields)[number]

/** The key of the slot of a field; null for a field of something else. */
export const keyOfField = (name: string): string | null => /^slots\.([a-z0-9-]+)\./.exec(name)?.[1] ?? null

/** The fields of a timetable's form, which are what is saved. */
export class Fields {
  /** Slots that have fields. One that has none was added since the form was shown, and is not moved here. */
  readonly keys: ReadonlySet<string>
  /** Slots whose fields say no place. */
  readonly unreadable = new Set<string>()
  readonly #form: HTMLFormElement
  readonly #data: Data

  constructor(form: HTMLFormElement, data: Data) {
    this.#form = form
    this.#data = data
    this.keys = new Set(data.board.slots.map(({ key }) => key).filter(key => this.#control(key, 'from')))
  }

  #control(key: string, field: Name): HTMLInputElement | HTMLSelectElement | null {
    const found = this.#form.elements.namedItem(fieldOfSlot(key, field))
    return found instanceof HTMLInputElement || found instanceof HTMLSelectElement ? found : null
  }

  /** What stands in the fields of a slot. What is not asked, because there is nothing to choose, is as it is. */
  #typed(key: string): TypedPlace {
    const saved = this.#data.saved[key]
    const value = (field: Name, otherwise = '') => {
      const control = this.#control(key, field)
      if (control instanceof HTMLInputElement && control.type === 'checkbox')
        return control.checked ? control.value : ''
      return control?.value ?? otherwise
    }
    return {
      day: value('day', saved?.day ?? this.#data.board.days[0]?.date),
      from: value('from'),
      to: value('to'),
      late: value('late'),
      room: value('room', saved?.room),
    }
  }

  /** Where the fields put a slot; null when they do not say it. */
  read(key: string): Record<string, Place> | null {
    const place = placeOf(this.#typed(key))
    if (place) this.unreadable.delete(key)
    else this.unreadable.add(key)
    return place && { [key]: place }
  }

  /** Puts places into the fields. What already says the same stays as it was typed. */
  write(places: Places): void {
    for (const key of this.keys) {
      const place = places[key]
      const said = placeOf(this.#typed(key))
      if (!place || (said && samePlace(said, place))) continue
      this.unreadable.delete(key)
      for (const [field, value] of Object.entries(typedOfPlace(place))) {
        const control = this.#control(key, field as Name)
        if (control instanceof HTMLInputElement && control.type === 'checkbox') control.checked = value === 'yes'
        else if (control) control.value = value
      }
    }
  }
}
