/** Pictures: a drawing written so that two can be compared. */

/**
 * An element and all inside it as text, a line each: attributes and classes in the order of the alphabet, numbers with
 * three digits. The colour of a text that is empty is left out: it cannot be seen.
 */
export const toLines = (element: Element, indent = ''): readonly string[] => {
  // What is prepared is hidden.
  if (element.matches('.empty > .cells')) return []
  const attributes = [...element.attributes]
    .map(
      ({ name, value }) => [name, name === 'class' ? toClasses(value) : toRounded(value)] as const,
    )
    .filter(([name, value]) => !(name === 'class' && value === ''))
    .filter(([name]) => !(name === 'style' && element.textContent === ''))
    .map(([name, value]) => ` ${name}="${value}"`)
    .toSorted()
    .join('')
  const text = element.children.length === 0 ? (element.textContent ?? '') : ''
  return [
    `${indent}<${element.tagName}${attributes}>${text}`,
    ...[...element.children].flatMap((child) => toLines(child, `${indent} `)),
  ]
}

const toClasses = (value: string): string => value.split(/\s+/).filter(Boolean).toSorted().join(' ')

const toRounded = (value: string): string =>
  value.replace(/-?\d+\.\d+/g, (number) => String(Number(Number(number).toFixed(3)) + 0))
