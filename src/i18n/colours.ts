/** Colours: what is said of them where the legend is pressed, in every language. */
import type { Widened } from './widened'

const en = {
  scales:
    'Each variable has a scale of its own, from minus to plus the largest of its numbers at any time. All gradients in the graph share one.',
  gradients: 'all gradients ∇',
  notYet: 'not all computed',
  blank: 'Broken outline: not computed yet.',
  zero: 'Grey: exactly 0.',
  tiny: 'Pale: close to 0. Whatever is not 0 keeps the colour of its sign.',
  most: 'Full: the largest number of its scale.',
  none: 'Hatched: not a number, or too large for one (∞).',
  /** `field`: what the field of the target is called. */
  noTarget: (field: string) => `In “${field}”: this step has no target, so no y and no L.`,
  space: 'A symbol that is a space, or other white space.',
}

export type ColourWords = Widened<typeof en>

const zh: ColourWords = {
  scales:
    '每个变量各用一个标尺，两端是它在各时刻的数中绝对值最大者的正负值。图中所有梯度共用一个标尺。',
  gradients: '所有梯度 ∇',
  notYet: '尚未全部算出',
  blank: '虚线框：尚未计算。',
  zero: '灰色：恰好为 0。',
  tiny: '浅色：接近 0。凡不为 0 的数都带有其正负号的颜色。',
  most: '最深：标尺上最大的数。',
  none: '斜纹：不是数，或大得无法表示（∞）。',
  noTarget: (field) => `写在“${field}”中：这一步没有目标，也就没有 y 和 L。`,
  space: '空格或其他空白字符作为符号。',
}

export const colourWords: Readonly<Record<'en' | 'zh', ColourWords>> = { en, zh }
