/** Seen of: what is seen of the drawings on the page, as one flat SVG: places, texts and colours, whatever elements they are made of. */

/** Runs inside the page, so it holds all that it needs. Numbers have three digits; what lies under comes first. */
export const seenOf = async (): Promise<string> => {
  const digits = (value: number) => String(Number(value.toFixed(3)) + 0)
  const stage = document.querySelector('#stage')!.getBoundingClientRect()
  const origin = { x: Math.round(stage.left), y: Math.round(stage.top) }
  const escape = (text: string) => text.replace(/[&<>]/g, (sign) => `&#${sign.codePointAt(0)!};`)
  const colour = (paint: string) => paint.replace(/, /g, ',')

  interface Seen {
    readonly order: number
    readonly area: number
    readonly x: number
    readonly y: number
    readonly line: string
  }

  /** From its own numbers to the stage's pixels, without what a screen rounds. */
  const matrixOf = (element: SVGGraphicsElement): DOMMatrix => {
    let matrix = new DOMMatrix()
    for (
      let at: Element | null = element;
      at instanceof SVGGraphicsElement;
      at = at.parentElement
    ) {
      if (at instanceof SVGSVGElement) {
        const { left, top } = at.getBoundingClientRect()
        return new DOMMatrix([1, 0, 0, 1, Math.round(left), Math.round(top)]).multiply(matrix)
      }
      const own = at.transform.baseVal.consolidate()
      if (own) matrix = DOMMatrix.fromMatrix(own.matrix).multiply(matrix)
    }
    return matrix
  }

  const opacityOf = (element: Element): number => {
    let opacity = 1
    for (let at: Element | null = element; at && at.id !== 'stage'; at = at.parentElement)
      opacity *= Number(getComputedStyle(at).opacity)
    return opacity
  }

  /** Some of the pixels of an image, as rectangles: how it is packed is the browser's affair. */
  const toPixels = async (href: string, width: number, height: number) => {
    const image = new Image()
    image.src = href
    await image.decode()
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width: image.width, height: image.height })
    const context = canvas.getContext('2d')!
    context.drawImage(image, 0, 0)
    const [columns, rows] = [Math.min(image.width, 32), Math.min(image.height, 8)]
    return Array.from({ length: columns * rows }, (_, k) => {
      const [i, j] = [k % columns, Math.floor(k / columns)]
      const [x, y] = [(i + 0.5) / columns, (j + 0.5) / rows]
      const pixel = context.getImageData(
        Math.floor(x * image.width),
        Math.floor(y * image.height),
        1,
        1,
      ).data
      const [left, top] = [digits((i * width) / columns), digits((j * height) / rows)]
      return `<rect x="${left}" y="${top}" width="${digits(width / columns)}" height="${digits(height / rows)}" fill="rgb(${[...pixel].slice(0, 3).join()})"/>`
    }).join('')
  }

  const toSeen = async (element: SVGGraphicsElement): Promise<readonly Seen[]> => {
    const style = getComputedStyle(element)
    const opacity = opacityOf(element)
    if (style.visibility !== 'visible' || style.display === 'none' || opacity === 0) return []
    // Defined to be used, not to be seen.
    if (element.closest('defs, clipPath')) return []
    const matrix = matrixOf(element)
    const at = (x: number, y: number) => ({
      x: matrix.a * x + matrix.e - origin.x,
      y: matrix.d * y + matrix.f - origin.y,
    })
    const isClear = (paint: string) => paint === 'none' || /^rgba\(.*, 0\)$/.test(paint)
    const stroke = isClear(style.stroke)
      ? ''
      : ` stroke="${colour(style.stroke)}" stroke-width="${digits(parseFloat(style.strokeWidth))}"` +
        (style.strokeDasharray === 'none'
          ? ''
          : ` stroke-dasharray="${style.strokeDasharray.replace(/px/g, '')}"`)
    const fill = isClear(style.fill) ? ' fill="none"' : ` fill="${colour(style.fill)}"`
    const order =
      stroke !== '' && style.paintOrder.startsWith('stroke') ? ' paint-order="stroke"' : ''
    const ink = fill + stroke + order + (opacity === 1 ? '' : ` opacity="${digits(opacity)}"`)
    const isBlank = fill === ' fill="none"' && stroke === ''
    const number = (name: string) => Number(element.getAttribute(name) ?? 0)
    const { tagName } = element
    if (tagName === 'text') {
      if (!element.textContent.trim()) return []
      const { x, y } = at(number('x'), number('y'))
      const size = parseFloat(style.fontSize) * matrix.a
      const shift = element.getAttribute('dy')
      const family = /Math/.test(style.fontFamily.split(',')[0]!) ? 'serif' : 'sans-serif'
      const parts = [...element.querySelectorAll('tspan')]
      const text = parts.length
        ? parts
            .map((part) => {
              const own = getComputedStyle(part)
              const moved = ['dx', 'dy']
                .filter((name) => part.hasAttribute(name))
                .map((name) => ` ${name}="${part.getAttribute(name)!}"`)
                .join('')
              return `<tspan${moved} font-size="${digits(parseFloat(own.fontSize) * matrix.a)}" font-style="${own.fontStyle}">${escape(part.textContent)}</tspan>`
            })
            .join('')
        : escape(element.textContent)
      const line = `<text x="${digits(x)}" y="${digits(y)}"${shift ? ` dy="${shift}"` : ''} font-family="${family}" font-size="${digits(size)}" font-weight="${style.fontWeight}" text-anchor="${style.textAnchor}"${ink}>${text}</text>`
      return [{ order: 4, area: 0, x, y, line }]
    }
    if (tagName === 'image') {
      const href = element.getAttribute('href')
      const { x, y } = at(number('x'), number('y'))
      const [width, height] = [number('width') * matrix.a, number('height') * matrix.d]
      if (!href || width === 0) return []
      const pixels = await toPixels(href, width, height)
      const line = `<g transform="translate(${digits(x)},${digits(y)})"${opacity === 1 ? '' : ` opacity="${digits(opacity)}"`}>${pixels}</g>`
      return [{ order: 3, area: 0, x, y, line }]
    }
    if (isBlank) return []
    if (tagName === 'rect') {
      const { x, y } = at(number('x'), number('y'))
      const [width, height] = [number('width') * matrix.a, number('height') * matrix.d]
      if (width === 0 || height === 0) return []
      const rx = number('rx') * matrix.a
      const line = `<rect x="${digits(x)}" y="${digits(y)}" width="${digits(width)}" height="${digits(height)}"${rx ? ` rx="${digits(rx)}"` : ''}${ink}/>`
      return [{ order: 0, area: width * height, x, y, line }]
    }
    if (tagName === 'circle') {
      const { x, y } = at(number('cx'), number('cy'))
      const line = `<circle cx="${digits(x)}" cy="${digits(y)}" r="${digits(number('r') * matrix.a)}"${ink}/>`
      return [{ order: 2, area: 0, x, y, line }]
    }
    const box = element.getBBox()
    const corner = at(0, 0)
    const d = (element.getAttribute('d') ?? '').replace(/-?\d+\.\d+/g, (n) => digits(Number(n)))
    if (!d || (box.width === 0 && box.height === 0)) return []
    const { x, y } = at(box.x, box.y)
    const scale = matrix.a === 1 ? '' : ` scale(${digits(matrix.a)})`
    const turn =
      matrix.b === 0 ? '' : ` rotate(${digits((Math.atan2(matrix.b, matrix.a) * 180) / Math.PI)})`
    // Which share of a line is drawn may be told in a length of its own.
    const own = element.getAttribute('pathLength')
    const length = own === null ? '' : ` pathLength="${own}"`
    const isSign = Math.max(box.width, box.height) < 24
    const line = `<path transform="translate(${digits(corner.x)},${digits(corner.y)})${turn || scale}" d="${d}"${length}${ink}/>`
    return [{ order: isSign ? 2.5 : 1, area: 0, x, y, line }]
  }

  const elements = document.querySelectorAll<SVGGraphicsElement>(
    '#stage svg :is(rect, path, circle, image, text)',
  )
  const seen = (await Promise.all([...elements].map(toSeen))).flat()
  const lines = seen
    .toSorted(
      (a, b) =>
        a.order - b.order ||
        b.area - a.area ||
        a.y - b.y ||
        a.x - b.x ||
        (a.line < b.line ? -1 : 1),
    )
    .map(({ line }) => line)
  const paper = getComputedStyle(document.body).backgroundColor
  const size = `width="${digits(document.querySelector('#stage .row')!.scrollWidth)}" height="${digits(Math.round(stage.height))}"`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} style="background: ${paper}">`,
    ...lines,
    '</svg>',
    '',
  ].join('\n')
}
