/** Colour: from one colour to another in CIELAB, where equal steps look equal. */

/** Red, green and blue, 0 … 255. */
export type Rgb = readonly [number, number, number]
type Lab = readonly [number, number, number]

/** `#rrggbb` → its parts. */
export const rgbOf = (hex: string): Rgb => [
  parseInt(hex.slice(1, 3), 16),
  parseInt(hex.slice(3, 5), 16),
  parseInt(hex.slice(5, 7), 16),
]

export const toCss = ([r, g, b]: Rgb): string => `rgb(${r}, ${g}, ${b})`

/** `share` ∈ [0, 1] of the way between two colours. */
export const createBlend = (from: string, to: string): ((share: number) => Rgb) => {
  const [a, b] = [toLab(rgbOf(from)), toLab(rgbOf(to))]
  return (share) =>
    toRgb([
      a[0] + share * (b[0] - a[0]),
      a[1] + share * (b[1] - a[1]),
      a[2] + share * (b[2] - a[2]),
    ])
}

/** Luminance as WCAG defines it, 0 … 1. */
export const luminance = ([r, g, b]: Rgb): number =>
  0.2126 * toLinear(r) + 0.7152 * toLinear(g) + 0.0722 * toLinear(b)

/** Perceived lightness, 0 … 100. */
export const lightness = (rgb: Rgb): number => toLab(rgb)[0]

const toLinear = (c: number): number =>
  c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4
const fromLinear = (x: number): number =>
  Math.round(
    255 * Math.min(1, Math.max(0, x <= 0.0031308 ? 12.92 * x : 1.055 * x ** (1 / 2.4) - 0.055)),
  )

/** The white that screens' colours are measured against here (D50), and the bend of the scale near black. */
const [whiteX, whiteZ] = [0.96422, 0.82521]
const bend = 6 / 29
const toScale = (t: number): number =>
  t > bend ** 3 ? Math.cbrt(t) : t / (3 * bend * bend) + 4 / 29
const fromScale = (t: number): number => (t > bend ? t ** 3 : 3 * bend * bend * (t - 4 / 29))

const toLab = ([red, green, blue]: Rgb): Lab => {
  const [r, g, b] = [toLinear(red), toLinear(green), toLinear(blue)]
  const y = toScale(0.2225045 * r + 0.7168786 * g + 0.0606169 * b)
  const x = toScale((0.4360747 * r + 0.3850649 * g + 0.1430804 * b) / whiteX)
  const z = toScale((0.0139322 * r + 0.0971045 * g + 0.7141733 * b) / whiteZ)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

const toRgb = ([l, a, b]: Lab): Rgb => {
  const middle = (l + 16) / 116
  const x = whiteX * fromScale(middle + a / 500)
  const y = fromScale(middle)
  const z = whiteZ * fromScale(middle - b / 200)
  return [
    fromLinear(3.1338561 * x - 1.6168667 * y - 0.4906146 * z),
    fromLinear(-0.9787684 * x + 1.9161415 * y + 0.033454 * z),
    fromLinear(0.0719453 * x - 0.2289914 * y + 1.4052427 * z),
  ]
}
