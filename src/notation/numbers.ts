/** Numbers as text: a real minus, as many digits as there is room for; zero, tiny and not-a-number told apart. */

const minus = '−'

const signed = (text: string): string => text.replace('-', minus)

/** `4e−5`, one digit before the e. */
const scientific = (value: number, digits: number): string =>
  signed(value.toExponential(digits).replace('e+', 'e').replace('e-', `e${minus}`))

const special = (value: number): string | null => {
  if (Number.isNaN(value)) return 'NaN'
  if (!Number.isFinite(value)) return value > 0 ? '∞' : `${minus}∞`
  return value === 0 ? '0' : null
}

/** At most five characters, for a cell of the stage; what is too small or too large for them is said to be so. */
export const toCellText = (value: number): string => {
  const size = Math.abs(value)
  if (!(size >= 0.005 && size < 9999.5)) return special(value) ?? outOfRange(value)
  if (size >= 99.95) return signed(value.toFixed(0))
  return signed(value.toFixed(size >= 9.995 ? 1 : 2))
}

const outOfRange = (value: number): string => {
  const text = scientific(value, 0)
  if (text.length <= 5) return text
  return (value < 0 ? minus : '') + (Math.abs(value) < 1 ? '≈0' : '>1e9')
}

/** Four digits after the point: for columns of numbers that stand under each other. */
export const toColumnText = (value: number): string => {
  const size = Math.abs(value)
  if (size < 0.00005 || size >= 99999.95) return special(value) ?? scientific(value, 2)
  return signed(value.toFixed(4))
}

/** Significant digits: for sentences, accessible names and checks. */
export const toDigits = (value: number, digits: number): string => {
  const isTiny = Math.abs(value) < 0.0001
  const text =
    special(value) ?? (isTiny ? value.toExponential(digits - 1) : value.toPrecision(digits))
  return signed(text.replace('e+', 'e').replace('e-', `e${minus}`))
}

/** exp of a number, in digits, though it be too small or too large for a number of its own. */
export const toDigitsOfExp = (logarithm: number, digits: number): string => {
  const value = Math.exp(logarithm)
  // Below lie numbers that have lost digits already.
  if (Number.isNaN(value) || (value > 1e-290 && value < Infinity)) return toDigits(value, digits)
  if (!Number.isFinite(logarithm)) return toDigits(value, digits)
  const { mantissa, power } = toPowerOfTen(logarithm, digits)
  return `${mantissa}e${signed(String(power))}`
}

export interface PowerOfTen {
  /** Of so many digits, from 1 to below 10. */
  readonly mantissa: string
  readonly power: number
}

/** e^log as m · 10^n, also where e^log is too small, or too large, for a float. */
export const toPowerOfTen = (log: number, digits: number): PowerOfTen => {
  const power = Math.floor(log / Math.LN10)
  const mantissa = Math.exp(log - power * Math.LN10)
  // Just below 10 it is written as 10: then it is 1 of the next power.
  return Number(mantissa.toPrecision(digits)) < 10
    ? { mantissa: toDigits(mantissa, digits), power }
    : { mantissa: toDigits(1, digits), power: power + 1 }
}

/** The values of a variable as its accessible name says them: four significant digits. */
export const toList = (values: ArrayLike<number>): string =>
  Array.from(values, (value) => toDigits(value, 4)).join(', ')
