/** Feedback: the words of what of an output is fed back, in every language; they come with the choice. */
import type { Feedback } from '../engine/network'
import type { Widened } from './widened'

const en = {
  feeds: 'feeds back',
  feedback: 'Feedback',
  feedbacks: {
    logits: 'Logits',
    probabilities: 'Probabilities',
    target: 'Teacher forcing',
    argmax: 'Argmax',
    sample: 'Drawn symbol',
  },
  feedbackHints: {
    logits: 'o(t − 1) as it is: a gradient comes back along it',
    probabilities: 'ŷ(t − 1): a gradient comes back along it',
    target: 'The true y(t − 1), as while training: no gradient comes back',
    argmax: 'The most likely symbol: no gradient comes back',
    sample: 'A symbol drawn from ŷ(t − 1): no gradient comes back',
  } satisfies Record<Feedback, string>,
  atOnce: 'All steps at once',
  atOnceHint: 'No step needs what another computes, so all may run at the same time',
}

export type FeedbackWords = Widened<typeof en>

const zh: FeedbackWords = {
  feeds: '反馈',
  feedback: '反馈内容',
  feedbacks: {
    logits: '未归一化的对数概率',
    probabilities: '概率',
    target: '导师驱动过程',
    argmax: '最可能的符号',
    sample: '抽取的符号',
  },
  feedbackHints: {
    logits: 'o(t − 1) 本身：梯度沿它传回',
    probabilities: 'ŷ(t − 1)：梯度沿它传回',
    target: '真实的 y(t − 1)，如训练时那样：没有梯度传回',
    argmax: '最可能的符号：没有梯度传回',
    sample: '从 ŷ(t − 1) 中抽取的符号：没有梯度传回',
  },
  atOnce: '所有步同时进行',
  atOnceHint: '任何一步都不需要另一步算出的结果，所以各步可以同时运行',
}

export const feedbackWords: Readonly<Record<'en' | 'zh', FeedbackWords>> = { en, zh }
