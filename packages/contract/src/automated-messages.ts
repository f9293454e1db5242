import type { Moment } from '@unified-routing/routing'

interface AutomatedMessage {
  /** What the moment is called. */
  readonly title: string
  readonly text: string
  /** Who reads it. */
  readonly to: 'customer' | 'representative'
}

/** What is said by itself at each moment, unless a workstream says otherwise.
 *
 * `{AgentName}`, `{QueueName}` and `{$Variable$}` are filled in; a variable that is not known leaves nothing. */
export const automatedMessageTexts = {
  greeting: {
    title: 'Greeting, where customers do not wait at a screen',
    text: 'Thank you for your message. We will answer as soon as we can.',
    to: 'customer',
  },
  representativeAssigned: {
    title: 'Representative assigned',
    text: 'A representative will be with you in a moment.',
    to: 'customer',
  },
  representativeJoined: {
    title: 'Representative joined',
    text: '{AgentName} has joined the conversation.',
    to: 'customer',
  },
  representativeDisconnected: {
    title: 'Representative disconnected',
    text: '{AgentName} has lost the connection. We are looking for somebody else for you.',
    to: 'customer',
  },
  representativeEnded: {
    title: 'Representative ended the conversation',
    text: '{AgentName} has ended the conversation.',
    to: 'customer',
  },
  sessionEnded: {
    title: 'Session ended',
    text: '{AgentName} has left the conversation. Write again and somebody will help you.',
    to: 'customer',
  },
  transferredToQueue: {
    title: 'Transfer to queue started',
    text: 'You are being transferred to somebody who can help you.',
    to: 'customer',
  },
  transferAccepted: {
    title: 'Transfer to representative accepted',
    text: '{AgentName} has taken over the conversation.',
    to: 'customer',
  },
  participantJoined: {
    title: 'Another representative joined',
    text: '{AgentName} has joined the conversation, too.',
    to: 'customer',
  },
  participantLeft: {
    title: 'Another representative left',
    text: '{AgentName} has left the conversation.',
    to: 'customer',
  },
  notAssignable: {
    title: 'Could not be assigned',
    text: 'We are sorry, nobody can take your conversation. Please try again later.',
    to: 'customer',
  },
  outOfHours: {
    title: 'Out of operating hours',
    text: 'You have reached us outside our opening hours.',
    to: 'customer',
  },
  overflowEnded: {
    title: 'Ended due to overflow',
    text: 'We are sorry, too many people are waiting right now. Please try again later.',
    to: 'customer',
  },
  supervisorEnded: {
    title: 'Supervisor ended the conversation',
    text: 'The conversation was ended.',
    to: 'customer',
  },
  customerEnded: {
    title: 'Customer ended the conversation',
    text: 'The customer has ended the conversation.',
    to: 'representative',
  },
  customerDisconnected: {
    title: 'Customer disconnected',
    text: 'The customer lost the connection and did not come back in time.',
    to: 'representative',
  },
} as const satisfies Readonly<Record<Moment, AutomatedMessage>>

/** In the order of a conversation. */
export const automatedMessageMoments = [
  'greeting',
  'representativeAssigned',
  'representativeJoined',
  'representativeDisconnected',
  'representativeEnded',
  'sessionEnded',
  'transferredToQueue',
  'transferAccepted',
  'participantJoined',
  'participantLeft',
  'notAssignable',
  'outOfHours',
  'overflowEnded',
  'supervisorEnded',
  'customerEnded',
  'customerDisconnected',
] as const satisfies readonly Moment[]
