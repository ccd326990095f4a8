import type { SignalValue } from '../../situation/types.ts';
import type { HeldRule, Reason, ReasonLabelKey } from '../types.ts';

type WordedReason = Omit<Reason, 'strength'>;

/** The reason that a rule which holds gives: the signal, what the deal has, and what was asked where that adds. */
export function reasonForRule({ rule, signal }: HeldRule, fact: SignalValue | undefined): WordedReason {
  const say = (labelKey: ReasonLabelKey, ...values: readonly string[]): WordedReason => {
    return { code: 'signal', labelKey, values: [signal.label, ...values], signal: signal.code };
  };
  const asked = rule.value?.trim() ?? '';
  const found = factText(fact);
  if (signal.code === 'close_date_pushes' && typeof fact === 'number' && fact > 0) return say('reasonPushes', found);
  if (typeof fact === 'boolean' && rule.operator !== 'not blank') {
    return say(fact ? 'reasonSignalTrue' : 'reasonSignalFalse');
  }
  switch (rule.operator) {
    case 'blank':
      return say('reasonSignalBlank');
    case 'not blank':
      return say('reasonSignalPresent', found);
    case 'equals':
      return say('reasonSignal', typeof fact === 'object' ? asked : found);
    case 'in':
      return say('reasonSignal', typeof fact === 'object' ? commonText(fact, asked) : found);
    case 'not equals':
      return say('reasonSignalNot', asked);
    case 'not in':
      return say(
        'reasonSignalNot',
        asked
          .split(';')
          .map((part) => part.trim())
          .join(', '),
      );
    case 'contains':
      return say('reasonSignalContains', asked);
    case 'greater':
      return say('reasonSignalOver', found, asked);
    case 'less':
      return say('reasonSignalUnder', found, asked);
    case 'between':
      return say('reasonSignalBetween', found);
    case 'within days':
      return say('reasonSignalDays', found);
  }
}

/** Of several values, those the rule asked for. */
function commonText(fact: readonly string[], asked: string): string {
  const wanted = new Set(asked.split(';').map((part) => part.trim().toLowerCase()));
  return fact.filter((value) => wanted.has(value.trim().toLowerCase())).join(', ');
}

function factText(fact: SignalValue | undefined): string {
  return typeof fact === 'object' ? fact.join(', ') : String(fact ?? '');
}
