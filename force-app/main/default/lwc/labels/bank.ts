import askedMessage from '@salesforce/label/c.Fluency_Bank_AskedMessage';
import askedTitle from '@salesforce/label/c.Fluency_Bank_AskedTitle';
import followingMessage from '@salesforce/label/c.Fluency_Bank_FollowingMessage';
import followingTitle from '@salesforce/label/c.Fluency_Bank_FollowingTitle';
import mineMessage from '@salesforce/label/c.Fluency_Bank_MineMessage';
import mineTitle from '@salesforce/label/c.Fluency_Bank_MineTitle';
import topicMessage from '@salesforce/label/c.Fluency_Bank_TopicMessage';
import topicTitle from '@salesforce/label/c.Fluency_Bank_TopicTitle';
import unansweredMessage from '@salesforce/label/c.Fluency_Bank_UnansweredMessage';
import unansweredTitle from '@salesforce/label/c.Fluency_Bank_UnansweredTitle';
import whoMessage from '@salesforce/label/c.Fluency_Bank_WhoMessage';
import whoTitle from '@salesforce/label/c.Fluency_Bank_WhoTitle';

/** Words of the knowledge bank's lists where they are empty. */
export const bankLabels = {
  askedMessage,
  askedTitle,
  followingMessage,
  followingTitle,
  mineMessage,
  mineTitle,
  topicMessage,
  topicTitle,
  unansweredMessage,
  unansweredTitle,
  whoMessage,
  whoTitle,
};
