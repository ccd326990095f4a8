import reasonSignal from '@salesforce/label/c.Fluency_ReasonSignal';
import reasonSignalNot from '@salesforce/label/c.Fluency_ReasonSignalNot';
import reasonSignalContains from '@salesforce/label/c.Fluency_ReasonSignalContains';
import reasonSignalOver from '@salesforce/label/c.Fluency_ReasonSignalOver';
import reasonSignalUnder from '@salesforce/label/c.Fluency_ReasonSignalUnder';
import reasonSignalBetween from '@salesforce/label/c.Fluency_ReasonSignalBetween';
import reasonSignalBlank from '@salesforce/label/c.Fluency_ReasonSignalBlank';
import reasonSignalPresent from '@salesforce/label/c.Fluency_ReasonSignalPresent';
import reasonSignalTrue from '@salesforce/label/c.Fluency_ReasonSignalTrue';
import reasonSignalFalse from '@salesforce/label/c.Fluency_ReasonSignalFalse';
import reasonSignalDays from '@salesforce/label/c.Fluency_ReasonSignalDays';
import reasonPushes from '@salesforce/label/c.Fluency_ReasonPushes';
import reasonGap from '@salesforce/label/c.Fluency_ReasonGap';
import reasonGapUnknown from '@salesforce/label/c.Fluency_ReasonGapUnknown';
import reasonDue from '@salesforce/label/c.Fluency_ReasonDue';
import reasonHelped from '@salesforce/label/c.Fluency_ReasonHelped';
import reasonVerified from '@salesforce/label/c.Fluency_ReasonVerified';
import reasonNew from '@salesforce/label/c.Fluency_ReasonNew';

/** Why a nugget is shown, by the label key that core gives. */
export const reasonLabels = {
  reasonSignal,
  reasonSignalNot,
  reasonSignalContains,
  reasonSignalOver,
  reasonSignalUnder,
  reasonSignalBetween,
  reasonSignalBlank,
  reasonSignalPresent,
  reasonSignalTrue,
  reasonSignalFalse,
  reasonSignalDays,
  reasonPushes,
  reasonGap,
  reasonGapUnknown,
  reasonDue,
  reasonHelped,
  reasonVerified,
  reasonNew,
};
