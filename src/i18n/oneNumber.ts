/** OneNumber: the words of one number, taken apart, in every language; they come with that part. */
import type { Widened } from './widened'

const plural = (n: number, one: string, other: string) =>
  `${n} ${new Intl.PluralRules('en').select(n) === 'one' ? one : other}`

const en = {
  entryTitle: 'One number',
  trail: 'The way here',
  previous: 'Previous entry',
  next: 'Next entry',
  close: 'Close this number',
  madeFrom: 'Made from',
  isRight: 'Is it right?',
  usedBy: 'Where it goes',
  gradient: 'its gradient',
  ways: { forward: 'forward', backward: 'backward' },
  notUsed: 'Nothing is computed from it.',
  last: 'The way forward ends here, and the way back starts: ∂L/∂L = 1.',
  /** Of a gradient. */
  update: (parameter: string) =>
    `The way back ends here. An update of ${parameter} subtracts this number times the learning rate.`,
  ends: (name: string) => `The way back ends here: ${name} is given, and no update changes it.`,
  seed: '∂L/∂L = 1: the way back starts here.',
  moreProducts: (n: number) => `${plural(n, 'more term', 'more terms')}, together`,
  moreUses: (n: number) => `and ${plural(n, 'more variable', 'more variables')}`,
}

export type OneNumberWords = Widened<typeof en>

const zh: OneNumberWords = {
  entryTitle: '一个数',
  trail: '来路',
  previous: '上一个元素',
  next: '下一个元素',
  close: '关闭这个数',
  madeFrom: '由来',
  isRight: '它对吗？',
  usedBy: '去向',
  gradient: '它的梯度',
  ways: { forward: '前向', backward: '反向' },
  notUsed: '没有别的量由它算出。',
  last: '前向传播到此为止，反向传播由此开始：∂L/∂L = 1。',
  update: (parameter) => `反向传播到此为止。更新 ${parameter} 时，减去学习率与这个数的乘积。`,
  ends: (name) => `反向传播到此为止：${name} 是给定的，更新不改变它。`,
  seed: '∂L/∂L = 1：反向传播由此开始。',
  moreProducts: (n) => `其余 ${n} 项之和`,
  moreUses: (n) => `以及另外 ${n} 个变量`,
}

export const oneNumberWords = { en, zh }
