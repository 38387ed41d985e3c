/** Check: the words of a gradient beside central differences, in every language; they come with it. */
import type { Widened } from './widened'

const plurals = new Intl.PluralRules('en')
const plural = (n: number, one: string, other: string) =>
  `${n} ${plurals.select(n) === 'one' ? one : other}`

const en = {
  check: 'Check',
  /** Beside the gradient: that it is right, or what else its check comes to, as `disagrees`. */
  checked: 'checked',
  result: (verdict: string) => `Check: ${verdict}`,
  checkWhat: (entries: number, all: number) =>
    entries === all
      ? `finite difference, ${plural(all, 'entry', 'entries')}`
      : `finite difference, the ${entries} largest of ${all} entries`,
  entry: 'entry',
  backpropagated: 'back-propagated',
  difference: 'finite difference',
  verdict: 'verdict',
  agrees: 'agrees',
  disagrees: 'disagrees',
  cut: 'cut',
  kink: 'a step of ε crosses a kink here',
  overflows: 'not finite',
  disagreement: (text: string) => `largest relative difference ${text}`,
  show: (place: string) => `Show the difference of entry ${place}`,
  quotient: (epsilon: string) => `their difference, over 2ε, ε\u00A0=\u00A0${epsilon}`,
  verdicts: {
    agrees: (text: string) =>
      `The two agree: a difference of ${text}, relative to 1 or to the larger, is no more than rounding.`,
    tooSmall:
      'So small a gradient is below what the difference of two losses can tell: their last digits are all that differs.',
    disagrees: (text: string) =>
      `The two disagree: a difference of ${text}, relative to 1 or to the larger, is more than rounding explains. The gradient is wrong.`,
    /** `edges`: what is cut on the way from the loss, `n` of them. */
    cut: (edges: string, n: number) =>
      `The two differ because ${edges} ${n === 1 ? 'is' : 'are'} cut: the gradient on the screen leaves out what comes back that way. The finite difference runs the network itself, in which nothing is cut. This is as it should be; restored, the two agree.`,
    overflows: () => 'Not all of these numbers are finite: they cannot be compared.',
    kink: (text: string) =>
      `Between p − ε and p + ε lies a kink: the difference mixes two slopes, and its distance of ${text} says nothing about the gradient.`,
  },
}

export type CheckWords = Widened<typeof en>

const zh: CheckWords = {
  check: '检验',
  checked: '已检验',
  result: (verdict) => `检验：${verdict}`,
  checkWhat: (entries, all) =>
    entries === all
      ? `有限差分，共 ${all} 个元素`
      : `有限差分，${all} 个元素中最大的 ${entries} 个`,
  entry: '元素',
  backpropagated: '反向传播',
  difference: '有限差分',
  verdict: '结论',
  agrees: '一致',
  disagrees: '不一致',
  cut: '已切断',
  kink: '大小为 ε 的扰动在这里跨过了不可导点',
  overflows: '不是有限数',
  disagreement: (text) => `最大相对误差 ${text}`,
  show: (place) => `显示元素 ${place} 的差分`,
  quotient: (epsilon) => `两者之差除以 2ε，ε\u00A0=\u00A0${epsilon}`,
  verdicts: {
    agrees: (text) => `两者一致：误差 ${text}（相对于 1 或较大者）不超过舍入误差。`,
    tooSmall: '这么小的梯度，两个损失之差已无法分辨：它们只有末尾几位不同。',
    disagrees: (text) =>
      `两者不一致：误差 ${text}（相对于 1 或较大者）不能用舍入来解释。这个梯度是错的。`,
    cut: (edges) =>
      `两者不同，是因为切断了 ${edges}：显示的梯度缺少从那里传回的部分；有限差分运行的是网络本身，其中没有切断。这是正常的，恢复之后两者就会一致。`,
    overflows: () => '这些数并非都是有限数：无法比较。',
    kink: (text) =>
      `p − ε 与 p + ε 之间有一个不可导点：差分混合了两侧的斜率，相差 ${text} 并不说明梯度有误。`,
  },
}

export const checkWords: Readonly<Record<'en' | 'zh', CheckWords>> = { en, zh }
