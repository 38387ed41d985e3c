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
  if (!(size >= 0.0005 && size < 9999.5)) return special(value) ?? outOfRange(value)
  // Beside 0.12 it is read at a glance how small it is; a zero before the point has no room.
  if (size < 0.005) return signed(value.toFixed(3).replace('0.', '.'))
  if (size >= 99.95) return signed(value.toFixed(0))
  return signed(value.toFixed(size >= 9.995 ? 1 : 2))
}

/** Five whole figures take more room than four and a point: beside each other they would run together. */
export const isWide = (text: string): boolean => text.length > 4 && !text.includes('.')

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

/** The values of a variable as its accessible name says them: four significant digits. */
export const toList = (values: ArrayLike<number>): string =>
  Array.from(values, (value) => toDigits(value, 4)).join(', ')

/** `=` where a sum is what its summands come to as they are shown, `≈` where rounding makes it look otherwise. */
export const sumSign = (summands: readonly string[], sum: string): '=' | '≈' => {
  const read = (text: string) => Number(text.replace(minus, '-').replace(`e${minus}`, 'e-'))
  const shown = summands.reduce((total, text) => total + read(text), 0)
  return Math.abs(shown - read(sum)) > 1e-8 ? '≈' : '='
}
