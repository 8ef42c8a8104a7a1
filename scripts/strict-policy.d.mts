export declare function strictPolicy(): string;
