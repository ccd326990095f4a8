/** An object that holds records about a person, or records that a person made. */
export interface PersonalObject {
  readonly object: string;
  /** What its records say of the person, for whoever reads the export. */
  readonly says: string;
  /** Fields that name the person; one of them is enough. */
  readonly namedBy: readonly ('OwnerId' | 'Person__c' | 'CreatedById')[];
  /** Why an erasure leaves the records where they are; absent where it deletes them. */
  readonly keptBecause?: string;
}

const KNOWLEDGE = 'it is knowledge of the team; delete it or change its owner in the org where it must go';

/**
 * Every object with records about a person. Evidence comes first: an erasure goes in this order, so that when it
 * breaks off, nothing can be computed anew from what is left. What the person noted about others (assessments,
 * assignments) is about those others and not listed.
 */
export const PERSONAL_OBJECTS: readonly PersonalObject[] = [
  { object: 'Check_Response__c', says: 'answers to check questions', namedBy: ['OwnerId'] },
  { object: 'Learning_Event__c', says: 'nuggets opened, completed, judged or shared', namedBy: ['OwnerId'] },
  { object: 'Skill_Assessment__c', says: 'what managers observed', namedBy: ['OwnerId', 'Person__c'] },
  { object: 'Assignment__c', says: 'the development plan', namedBy: ['OwnerId', 'Person__c'] },
  { object: 'Search_Log__c', says: 'searches', namedBy: ['OwnerId', 'CreatedById'] },
  { object: 'Follow__c', says: 'questions followed', namedBy: ['OwnerId'] },
  { object: 'Expert_Request__c', says: 'questions the person was asked to answer', namedBy: ['Person__c'] },
  { object: 'Readiness__c', says: 'computed readiness', namedBy: ['OwnerId', 'Person__c'] },
  { object: 'Readiness_Snapshot__c', says: 'computed readiness in the past', namedBy: ['OwnerId', 'Person__c'] },
  { object: 'Expertise__c', says: 'computed expertise', namedBy: ['Person__c'] },
  {
    object: 'Knowledge_Preference__c',
    says: 'what the person decided about expertise, capture and mail',
    namedBy: ['OwnerId'],
    keptBecause: 'without it the wish not to be shown or captured would be lost',
  },
  {
    object: 'Capture_Consent__c',
    says: 'consent to captured exchanges',
    namedBy: ['OwnerId'],
    keptBecause: 'without it what the person forbade to publish could be published',
  },
  { object: 'Question__c', says: 'questions asked', namedBy: ['OwnerId'], keptBecause: KNOWLEDGE },
  { object: 'Answer__c', says: 'answers given', namedBy: ['OwnerId'], keptBecause: KNOWLEDGE },
  { object: 'Comment__c', says: 'comments', namedBy: ['OwnerId'], keptBecause: KNOWLEDGE },
  { object: 'Revision__c', says: 'edits', namedBy: ['CreatedById'], keptBecause: KNOWLEDGE },
  { object: 'Verification__c', says: 'answers confirmed or doubted', namedBy: ['CreatedById'], keptBecause: KNOWLEDGE },
  { object: 'Tagging__c', says: 'tags given', namedBy: ['CreatedById'], keptBecause: KNOWLEDGE },
  { object: 'Vote__c', says: 'votes', namedBy: ['CreatedById'], keptBecause: KNOWLEDGE },
];

/** The part of a query after FROM. */
export function recordsOf({ object, namedBy }: PersonalObject, personId: string): string {
  return `${object} WHERE ${namedBy.map((field) => `${field} = '${personId}'`).join(' OR ')}`;
}
