import { createFeedbackBook } from '../feedbackBook';

function book(writer: { create?: jest.Mock; undo?: jest.Mock } = {}) {
  const create = writer.create ?? jest.fn().mockResolvedValue('e1');
  const undo = writer.undo ?? jest.fn().mockResolvedValue(undefined);
  const onChange = jest.fn();
  return { create, undo, onChange, feedback: createFeedbackBook({ create, undo }, onChange) };
}

describe('feedback book', () => {
  it('shows before it is saved', async () => {
    const { feedback } = book();
    const saving = feedback.give('n1', 'Helpful');
    expect(feedback.typeOf('n1')).toBe('Helpful');
    await saving;
  });

  it('goes back to what was said before when saving fails', async () => {
    const create = jest.fn().mockResolvedValueOnce('e1').mockRejectedValueOnce(new Error('Away'));
    const { feedback } = book({ create });
    await feedback.give('n1', 'Helpful');
    await expect(feedback.give('n1', 'Dismissed')).rejects.toThrow('Away');
    expect(feedback.typeOf('n1')).toBe('Helpful');
  });

  it('waits for the event before it undoes it', async () => {
    let save: (id: string) => void = () => undefined;
    const create = jest.fn().mockReturnValue(new Promise<string>((resolve) => (save = resolve)));
    const { feedback, undo } = book({ create });
    const giving = feedback.give('n1', 'Helpful');
    const undoing = feedback.undo('n1');
    expect(feedback.typeOf('n1')).toBeUndefined();
    expect(undo).not.toHaveBeenCalled();
    save('e5');
    await Promise.all([giving, undoing]);
    expect(undo).toHaveBeenCalledWith('e5');
    expect(feedback.typeOf('n1')).toBeUndefined();
  });

  it('shows again what could not be undone', async () => {
    const { feedback } = book({ undo: jest.fn().mockRejectedValue(new Error('Away')) });
    await feedback.give('n1', 'Helpful');
    await expect(feedback.undo('n1')).rejects.toThrow('Away');
    expect(feedback.typeOf('n1')).toBe('Helpful');
  });

  it('does nothing when there is nothing to undo', async () => {
    const { feedback, undo } = book();
    await feedback.undo('n1');
    expect(undo).not.toHaveBeenCalled();
  });

  it('does not let the org overwrite what was just said', async () => {
    const { feedback } = book();
    await feedback.give('n1', 'Dismissed');
    const at = '2026-10-01T10:00:00.000Z';
    feedback.load([
      { id: 'e8', nuggetId: 'n1', type: 'Helpful', at },
      { id: 'e9', nuggetId: 'n2', type: 'Not Helpful', at },
      { id: 'e10', nuggetId: 'n3', type: 'Helpful', at, undone: true },
    ]);
    expect(['n1', 'n2', 'n3'].map((id) => feedback.typeOf(id))).toEqual(['Dismissed', 'Not Helpful', undefined]);
  });
});
