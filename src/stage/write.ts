/** Write: attributes, texts and classes are written only where they differ; a browser lays out anew what is written, even if it is the same. */

export const writeAttribute = (element: Element, name: string, value: string | number): void => {
  const text = String(value)
  if (element.getAttribute(name) !== text) element.setAttribute(name, text)
}

export const writeAttributes = (
  element: Element,
  attributes: Readonly<Record<string, string | number>>,
): void => {
  for (const name in attributes) writeAttribute(element, name, attributes[name]!)
}

export const writeText = (element: Element, text: string): void => {
  const { firstChild, lastChild } = element
  // The text node that is there is kept: what takes its place would be laid out as new.
  if (text !== '' && firstChild instanceof Text && firstChild === lastChild) {
    if (firstChild.data !== text) firstChild.data = text
  } else if (element.textContent !== text) element.textContent = text
}

/** A new SVG element. */
export const createMark = <Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[Name] => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const key in attributes) element.setAttribute(key, String(attributes[key]))
  return element
}
