/** The server half of Faye's Bayeux protocol, without the adapters that put it on the wire. */
declare module 'faye/src/protocol/server.js' {
  export interface BayeuxMessage {
    channel?: string;
    clientId?: string;
    subscription?: string | string[];
    connectionType?: string;
    error?: string;
    successful?: boolean;
    supportedConnectionTypes?: string[];
    ext?: Record<string, unknown>;
    advice?: Record<string, unknown>;
    data?: unknown;
  }

  /** Keeps clients and their subscriptions. Faye calls these. */
  export interface Engine {
    disconnect(): void;
    createClient(callback: (clientId: string) => void, context: unknown): void;
    destroyClient(clientId: string): void;
    clientExists(clientId: string | undefined, callback: (exists: boolean) => void, context: unknown): void;
    ping(clientId: string): void;
    subscribe(clientId: string, channel: string): void;
    unsubscribe(clientId: string, channel: string): void;
    publish(message: BayeuxMessage, channels: string[]): void;
    /** Delivers what waits for a client whose request is open. */
    emptyQueue(clientId: string): void;
  }

  /** What an engine asks of Faye. */
  export interface EngineHost {
    generateId(): string;
    hasConnection(clientId: string): boolean;
    deliver(clientId: string, messages: BayeuxMessage[]): boolean;
    /** `close` with a client's id answers its open request. */
    trigger(event: 'close', clientId: string): void;
  }

  export interface Extension<Request> {
    incoming(message: BayeuxMessage, request: Request, callback: (message: BayeuxMessage) => void): void;
    outgoing(message: BayeuxMessage, request: Request, callback: (message: BayeuxMessage) => void): void;
  }

  export interface BayeuxServer<Request> {
    addExtension(extension: Extension<Request>): void;
    process(messages: BayeuxMessage[], request: Request, callback: (replies: BayeuxMessage[]) => void): void;
    /** Answers the open request of a client. */
    closeSocket(clientId: string): void;
    close(): void;
  }

  const Server: {
    /** @param options `timeout` in seconds after which an open request is answered without events */
    create<Request>(options: {
      timeout: number;
      engine: { type: { create(host: EngineHost): Engine } };
    }): BayeuxServer<Request>;
  };
  export default Server;
}
