import type { MessageContext } from 'vue-i18n'

export const placeholder = /\{(\w+)\}/g

/**
 * A message's words: `{name}` stands for a value, ` | ` parts the words for none, for one and for more. vue-i18n's own compiler knows more than the
 * messages need, and the start would wait for it.
 */
export function compileMessage(message: string) {
  const forms = message.split(' | ')
  return ({ plural, named }: MessageContext) => {
    const words = forms.length === 1 ? message : plural(forms)
    return words.replace(placeholder, (_, name: string) => String(named(name) ?? ''))
  }
}
