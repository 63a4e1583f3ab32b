import { openCompiler } from './compile.ts'
import type { Answer, Order } from './document.ts'

// The process that sets documents: make-pdf.ts starts it and speaks with it. It ends when nobody speaks with it any more.

const compile = openCompiler()

process.on('message', (order: Order) => {
  process.send?.(answer(order))
})

function answer({ id, ...order }: Order): Answer {
  try {
    return { id, made: compile(order) }
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) }
  }
}
