import { flowcharts } from './flowcharts';

/** Diagrams as models write them into answers, by what is to be seen in them. */
export const samples: Readonly<Record<string, string>> = {
  ...flowcharts,
  requests: `sequenceDiagram
    participant C as Client
    participant S as Server
    C->>S: GET /users
    S-->>C: 200 OK`,
  alternatives: `sequenceDiagram
    autonumber
    actor U as User
    participant A as Auth
    participant DB as Database
    U->>+A: login(name, password)
    A->>+DB: SELECT * FROM users
    DB-->>-A: row
    alt password matches
        A-->>U: token
    else wrong password
        A-->>U: 401
    else locked
        A--xU: 423
    end
    deactivate A`,
  'loops and notes': `sequenceDiagram
    participant A
    participant B
    Note over A,B: Handshake<br/>over TLS
    loop Every 30 s
        A->>B: ping
        B-->>A: pong
    end
    Note right of B: keeps the state
    Note left of A: retries three times
    A->>A: back off
    opt only once
        B-)A: event
    end`,
  'parallel work': `sequenceDiagram
    Alice->>Bob: Hello Bob, how are you?
    par Alice to Bob
        Alice->>Bob: one
    and Alice to John
        Alice->>John: two
    end
    critical Establish a connection
        John->>DB: connect
    option timeout
        John-->>Alice: failed
    end
    break when it is late
        Bob->>Alice: bye
    end
    rect rgb(200, 220, 240)
        Alice->>John: in a coloured box
        Note over John: thinks
    end`,
  'nested blocks': `sequenceDiagram
    Client->>Server: request
    loop until done
        alt cached
            Server->>Server: look up in the cache
        else not cached
            Server->>Database: query
            Database-->>Server: rows
        end
    end
    Server-->>Client: response`,
  'activations by word': `sequenceDiagram
    title The worker
    participant Web Server
    Web Server->>Queue: push(job)
    activate Queue
    Queue->>Worker: pop()
    activate Worker
    Worker-->>Queue: ack
    deactivate Worker
    deactivate Queue
    Worker<<->>Queue: keep alive`,
  'messages with signs': `sequenceDiagram
    A->>B: x = {a: 1}; y --> z
    B-->>A: "quoted" & <tag>
    A->B: no head
    B-->A: dotted, no head`,
  classes: `classDiagram
    class Animal {
        +String name
        -int age
        #List~String~ tags
        +makeSound() void
        +count()$ int
        +move(int distance)* bool
    }
    class Dog {
        +bark()
    }
    Animal <|-- Dog
    Animal <|-- Cat : is a`,
  relations: `classDiagram
    A <|-- B : inheritance
    C *-- D : composition
    E o-- F : aggregation
    G --> H : association
    I -- J
    K ..> L : dependency
    M ..|> N : realization
    O "1" --> "0..*" P : has
    Q "1" --o "many" R`,
  interfaces: `classDiagram
    direction LR
    class Shape {
        <<interface>>
        +area() float
    }
    class Color {
        <<enumeration>>
        RED
        GREEN
    }
    class Box~T~ {
        -T value
        +get() T
        +map(fn: Function~T, Map~string, U~~) Box~U~
    }
    Shape <|.. Box
    Box ..> Color : uses
    note for Box "holds one value"
    note "All of this is an example"`,
  'members one by one': `classDiagram
    class BankAccount
    BankAccount : +String owner
    BankAccount : +deposit(amount) bool
    <<Service>> Bank
    Bank "1" *-- "*" BankAccount
    class Empty {}`,
  namespaces: `classDiagram
    namespace Shapes {
        class Triangle
        class Square {
            +float side
        }
    }
    Triangle --> Square`,
  entities: `erDiagram
    CUSTOMER ||--o{ ORDER : places
    ORDER ||--|{ LINE-ITEM : contains
    CUSTOMER }|..|{ DELIVERY-ADDRESS : uses
    PRODUCT |o--o| DISCOUNT : "may have"`,
  attributes: `erDiagram
    USER {
        int id PK
        string email UK "unique, lower case"
        varchar(255) name
        int team_id FK, UK
        timestamp created_at
    }
    TEAM {
        int id PK
        string name
    }
    TEAM ||--o{ USER : "has"
    p[Person] {
        string name
    }
    p ||--|| USER : is`,
  states: `stateDiagram-v2
    [*] --> Idle
    Idle --> Loading : fetch()
    Loading --> Success : ok
    Loading --> Error : failed
    Error --> Loading : retry
    Success --> [*]`,
  'states in states': `stateDiagram-v2
    [*] --> Active
    state Active {
        [*] --> Typing
        Typing --> Waiting : pause
        Waiting --> Typing : key
        state "Deep inside" as Deep {
            [*] --> d1
            d1 --> [*]
        }
        Waiting --> Deep
    }
    Active --> Closed : close
    Closed --> [*]`,
  'choices and forks': `stateDiagram-v2
    state check <<choice>>
    state fork1 <<fork>>
    state join1 <<join>>
    [*] --> check
    check --> Positive : n > 0
    check --> fork1 : n <= 0
    fork1 --> Left
    fork1 --> Right
    Left --> join1
    Right --> join1
    join1 --> [*]`,
  'notes at states': `stateDiagram-v2
    direction LR
    s1 : First state
    s2: Second
    state "A long name of a state" as s3
    s1 --> s2
    s2 --> s3
    note right of s1 : one line
    note left of s3
        several
        lines
    end note`,
  'states with colours': `stateDiagram
    classDef bad fill:#f00,color:white
    [*] --> Still
    Still --> Moving
    Moving --> Crash
    class Crash bad
    Crash:::bad --> [*]`,
};

/** What is no diagram, or one of which something would be missing. */
export const refused: Readonly<Record<string, string>> = {
  nothing: '',
  'a comment': '%% nothing else',
  'another language': 'digraph { a -> b }',
  'a Gantt chart': 'gantt\n  title A\n  section S\n  Task :a1, 2024-01-01, 30d',
  'a pie chart': 'pie title Pets\n  "Dogs" : 386',
  'a mind map': 'mindmap\n  root((mind))\n    A',
  'a head without a body': 'flowchart TD',
  'an open bracket': 'flowchart TD\n  A[One --> B',
  'an open quote': 'flowchart TD\n  A["One] --> B',
  'a line to nowhere': 'flowchart TD\n  A -->',
  'words between': 'flowchart TD\n  A --> B\n  and then it goes on',
  'a group without an end': 'flowchart TD\n  subgraph one\n  A --> B',
  'an end of nothing': 'flowchart TD\n  A --> B\n  end',
  'a new kind of shape': 'flowchart TD\n  A@{ shape: cloud, label: "x" } --> B',
  'an arrow that is unknown': 'flowchart TD\n  A -> B',
  'a line from a group into itself': 'flowchart TD\n  subgraph one\n  A --> B\n  end\n  one --> A',
  'a sequence on one line': 'sequenceDiagram A->>B: hello',
  'created actors': 'sequenceDiagram\n  create participant B\n  A->>B: hello',
  'boxes of actors': 'sequenceDiagram\n  box Purple\n  participant A\n  end\n  A->>A: x',
  'a sentence in a sequence': 'sequenceDiagram\n  A->>B: hello\n  and they lived happily',
  'a block without an end': 'sequenceDiagram\n  loop x\n  A->>B: hello',
  'a wrong section': 'sequenceDiagram\n  loop x\n  A->>B: hello\n  else y\n  end',
  'concurrent states': 'stateDiagram-v2\n  state A {\n  a --> b\n  --\n  c --> d\n  }',
  'a sentence among states': 'stateDiagram-v2\n  a --> b\n  this is no state',
  'a sentence among classes': 'classDiagram\n  A <|-- B\n  this is no class',
  'a class without an end': 'classDiagram\n  class A {\n  +x',
  'relations in words': 'erDiagram\n  A one or more to zero or one B : has',
  'an odd attribute': 'erDiagram\n  A {\n  just-one-word\n  }',
};
