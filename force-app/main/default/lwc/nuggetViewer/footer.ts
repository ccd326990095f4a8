import { viewerLabels as labels } from 'c/labels';

export type FooterAction = 'start' | 'go-on' | 'back' | 'answer' | 'next' | 'done' | 'close';

export interface FooterButton {
  readonly action: FooterAction;
  readonly label: string;
  readonly variant: 'brand' | 'neutral' | 'base';
  readonly disabled: boolean;
}

/** Where the person is in the dialog, as far as the footer depends on it. */
export interface FooterSituation {
  /** `none`: there is nothing to read (yet). `graded`: the answer to the question on screen has a result. */
  readonly at: 'none' | 'reading' | 'asked' | 'grading' | 'graded' | 'result';
  readonly hasQuestions: boolean;
  /** What was answered in the last 24 hours: nothing, some of the questions, all of them. */
  readonly answered: 'nothing' | 'some' | 'all';
  readonly canAnswer: boolean;
  readonly isLast: boolean;
}

/** The buttons of the dialog, the one primary action last. */
export function footerButtons({ at, hasQuestions, answered, canAnswer, isLast }: FooterSituation): FooterButton[] {
  switch (at) {
    case 'reading':
      if (!hasQuestions) return [button('done', labels.done)];
      if (answered === 'nothing') return [button('start', labels.checkYourself)];
      if (answered === 'all') return [button('start', labels.again)];
      return [button('start', labels.again, 'neutral'), button('go-on', labels.goOn)];
    case 'asked':
      return [button('back', labels.backToText, 'base'), button('answer', labels.answer, 'brand', !canAnswer)];
    case 'graded':
      return [button('next', isLast ? labels.seeResult : labels.next)];
    case 'result':
      return [button('done', labels.done)];
    default:
      return [button('close', labels.close, 'neutral')];
  }
}

function button(
  action: FooterAction,
  label: string,
  variant: FooterButton['variant'] = 'brand',
  disabled = false,
): FooterButton {
  return { action, label, variant, disabled };
}
