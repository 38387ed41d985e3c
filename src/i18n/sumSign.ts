/** SumSign: the words of a sum whose digits do not quite add up, in every language; they come with it. */
import type { Widened } from './widened'

const en = {
  rounded:
    'Each of these numbers is rounded by itself: added as they are written, they miss the last digit of the sum.',
}

export type SumSignWords = Widened<typeof en>

const zh: SumSignWords = {
  rounded: '这些数各自舍入：按写出的数字相加，与和的末位不符。',
}

export const sumSignWords: Readonly<Record<'en' | 'zh', SumSignWords>> = { en, zh }
