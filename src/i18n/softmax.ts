/** Softmax: the words of softmax and loss, opened, in every language; they come with that part. */
import type { Widened } from './widened'

const en = {
  classColumn: 'class',
  score: 'score',
  shifted: 'minus the largest',
  probability: 'divided by Σ',
  softmaxNote: (top: string, total: string) =>
    `The largest score, ${top}, is taken from all first, so that exp never overflows; it cancels in the quotient. Σ exp = ${total}.`,
  lossNote: 'The loss, computed as it really is, without the quotient:',
  jacobian: 'Jacobian of softmax',
  jacobianNote: 'Row i, column j: ŷ[i] (1 − ŷ[j]) on the diagonal, −ŷ[i] ŷ[j] beside it.',
  collapse: 'With −log it collapses (10.18)',
  collapseNote: (symbol: string, slope: string) =>
    `−log ŷ sends back ${slope} to ${symbol} alone, and 0 to the rest. Multiplied by the Jacobian, this is its row ${symbol} times ${slope}, and ŷ[${symbol}] cancels:`,
  rowTimes: (symbol: string) => `row ${symbol} × slope`,
  oneHot: 'one-hot',
  error: 'ŷ − one-hot',
  noTarget: 'No target at this step: no loss is taken, and no error starts here.',
}

export type SoftmaxWords = Widened<typeof en>

const zh: SoftmaxWords = {
  classColumn: '类别',
  score: '分数',
  shifted: '减去最大值',
  probability: '除以 Σ',
  softmaxNote: (top, total) =>
    `先从所有分数中减去最大的分数 ${top}，这样 exp 不会上溢；它在商中抵消。Σ exp = ${total}。`,
  lossNote: '损失实际上这样计算，不经过上面的商：',
  jacobian: 'softmax 的雅可比矩阵',
  jacobianNote: '第 i 行第 j 列：对角线上为 ŷ[i] (1 − ŷ[j])，其余为 −ŷ[i] ŷ[j]。',
  collapse: '与 −log 合并后化简（10.18）',
  collapseNote: (symbol, slope) =>
    `−log ŷ 只向 ${symbol} 传回 ${slope}，向其余传回 0。乘以雅可比矩阵，就是它的第 ${symbol} 行乘以 ${slope}，ŷ[${symbol}] 随之约去：`,
  rowTimes: (symbol) => `第 ${symbol} 行 × 斜率`,
  oneHot: '独热向量',
  error: 'ŷ − 独热向量',
  noTarget: '这一步没有目标：不计损失，也没有误差从这里开始。',
}

export const softmaxWords = { en, zh }
