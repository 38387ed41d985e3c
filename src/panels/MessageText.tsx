/** MessageText: what a message says. Most visits see none: it comes with the first. */
import { messageWords } from '../i18n/messages'
import { hasOneTarget, targetText } from '../store/document'
import type { Message } from '../store/store'
import { noTarget } from '../store/symbols'
import { ErrorSentence } from './ErrorSentence'
import { useField, useGap, useNetwork } from './useUnfold'

export const MessageText = ({ message }: { readonly message: Message }) => {
  const gap = useGap()
  const language = useField('language')
  const messages = messageWords[language]
  const network = useNetwork()
  if (message.kind === 'error') return <ErrorSentence error={message.error} />
  if (message.kind === 'opened') {
    const { title, titles, unknownKeys } = message
    // Whoever typed the text knows what the sign is for; who opens it may take it for a zero.
    const hasGaps = !hasOneTarget(network) && targetText(network).includes(noTarget)
    return (
      <p>
        {messages.opened(titles[language] ?? title)}
        {hasGaps && gap + messages.gaps(noTarget)}
        {gap}
        {unknownKeys.length > 0 && messages.unknownKeys(unknownKeys)}
      </p>
    )
  }
  return <p>{message.kind === 'saved' ? messages.saved(message.name) : messages.restored}</p>
}
