import { parseSync, Visitor } from 'rolldown/utils'

/** Attributes that people read or hear; texts in them belong in a module of messages. */
const readAttributes = new Set([
  'title',
  'alt',
  'aria-label',
  'aria-description',
  'placeholder',
  'label',
  'caption',
  'hint',
  'heading',
  'lead',
])

/** The same in every language: our name, and names of files. */
const names = /\bPerenne\b|[\w-]+(?:\.[\w-]+)+/g

type Node = { type: string; start: number; [key: string]: unknown }

/**
 * Texts written straight into a page instead of a module of messages.
 *
 * @param path told in the problems
 * @param code TSX
 */
export function literalTexts(path: string, code: string): string[] {
  const { program, errors } = parseSync(path, code)
  if (errors.length > 0) return [`${path}: cannot be parsed: ${errors[0]?.message}`]
  const problems: string[] = []
  const tell = (node: Node, text: string) => {
    const words = text.replace(/\s+/g, ' ').trim()
    if (!/\p{L}/u.test(words.replace(names, ''))) return
    const line = code.slice(0, node.start).split('\n').length
    problems.push(`${path}:${line}: text in a page, not in a module of messages: “${words.slice(0, 60)}”`)
  }
  const children = (node: unknown) => {
    for (const child of (node as { children: Node[] }).children) {
      if (child.type === 'JSXText') tell(child, String(child.value))
      else if (child.type === 'JSXExpressionContainer') literalsIn(child.expression as Node, tell)
    }
  }
  new Visitor({
    JSXElement: children,
    JSXFragment: children,
    JSXAttribute(attribute) {
      const { name, value } = attribute as unknown as { name: Node; value: Node | null }
      const called = name.type === 'JSXIdentifier' ? String(name.name) : ''
      if (!readAttributes.has(called) || value === null) return
      literalsIn(value.type === 'JSXExpressionContainer' ? (value.expression as Node) : value, tell)
    },
  }).visit(program)
  return problems
}

// What an expression can come to, without following names: literals, templates, and both ways of a choice.
function literalsIn(node: Node, tell: (node: Node, text: string) => void): void {
  switch (node.type) {
    case 'Literal':
      if (typeof node.value === 'string') tell(node, node.value)
      return
    case 'TemplateLiteral':
      tell(
        node,
        (node.quasis as { value: { cooked: string | null } }[]).map(quasi => quasi.value.cooked ?? '').join(' '),
      )
      return
    case 'ConditionalExpression':
      literalsIn(node.consequent as Node, tell)
      literalsIn(node.alternate as Node, tell)
      return
    case 'LogicalExpression':
      literalsIn(node.left as Node, tell)
      literalsIn(node.right as Node, tell)
      return
    case 'BinaryExpression':
      if (node.operator !== '+') return
      literalsIn(node.left as Node, tell)
      literalsIn(node.right as Node, tell)
      return
    case 'ArrayExpression':
      for (const element of node.elements as (Node | null)[]) if (element) literalsIn(element, tell)
      return
    case 'ParenthesizedExpression':
      literalsIn(node.expression as Node, tell)
  }
}
