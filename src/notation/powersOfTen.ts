/** Powers of ten: exp of a number as text, though it be too small or too large for a float of its own. */
import { toDigits } from './numbers'

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

/** exp of a number, in digits, though it be too small or too large for a number of its own. */
export const toDigitsOfExp = (logarithm: number, digits: number): string => {
  const value = Math.exp(logarithm)
  // Below lie numbers that have lost digits already.
  if (Number.isNaN(value) || (value > 1e-290 && value < Infinity)) return toDigits(value, digits)
  if (!Number.isFinite(logarithm)) return toDigits(value, digits)
  const { mantissa, power } = toPowerOfTen(logarithm, digits)
  return `${mantissa}e${String(power).replace('-', '−')}`
}
