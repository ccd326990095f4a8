/** The facts of a deal that an asker shared: `[{ "label": "Stage", "value": "Negotiation" }]` → `Stage: Negotiation`. */
export function contextFacts(json: string | undefined): string[] {
  if (json === undefined) return [];
  try {
    const parsed: unknown = JSON.parse(json);
    return (Array.isArray(parsed) ? parsed : []).flatMap((each: unknown) => {
      const { label, value } = (each ?? {}) as { label?: unknown; value?: unknown };
      return typeof label === 'string' && typeof value === 'string' ? [`${label}: ${value}`] : [];
    });
  } catch {
    // The asker's page writes this field; a question without its context is better than no question.
    return [];
  }
}
