/** ShownProducts: the product of a chain's factors, and exp(−L) of the same run, as they are written. */
import { toDigits } from '../../notation/numbers'
import { toDigitsOfExp } from '../../notation/powersOfTen'

const digits = 8
/** Of a product so small that its logarithms have to be added. */
const fewerDigits = 6

/** Of a long sequence the product is less than a number can be: never 0 for that. */
export const shownProducts = (
  factors: readonly number[],
  loss: number,
): readonly [product: string, exponential: string] => {
  const product = factors.reduce((all, factor) => all * factor, 1)
  if (product > 1e-290) return [toDigits(product, digits), toDigits(Math.exp(-loss), digits)]
  const logarithm = factors.reduce((sum, factor) => sum + Math.log(factor), 0)
  return [toDigitsOfExp(logarithm, fewerDigits), toDigitsOfExp(-loss, fewerDigits)]
}
