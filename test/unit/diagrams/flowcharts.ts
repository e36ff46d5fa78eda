/** Flowcharts as models write them into answers, by what is to be seen in them. */
export const flowcharts: Readonly<Record<string, string>> = {
  'steps from the top': `graph TD
    A[Start] --> B{Is it working?}
    B -->|Yes| C[Great!]
    B -->|No| D[Debug]
    D --> B`,
  'quoted texts with brackets': `flowchart LR
    A["parse(input: string)"] --> B["Map<string, List[int]>"]
    B -- "returns {ok}" --> C("done (really)")`,
  'line breaks': `flowchart TD
    A[First line<br/>second line<br>third] --> B["also\\nbroken"]
    B --> C{"A question that is long enough<br/>to need several lines?"}`,
  groups: `flowchart TB
    subgraph Client
      UI[Web UI] --> Store[(Local Storage)]
    end
    subgraph api ["API Layer"]
      direction LR
      GW[Gateway] --> Auth[Auth Service]
      GW --> Orders[Order Service]
    end
    UI -->|HTTPS| GW
    Orders --> DB[(PostgreSQL)]`,
  'groups in groups': `flowchart LR
    subgraph Cloud
      subgraph VPC
        A[App] --> B[(DB)]
      end
      subgraph Edge
        C[CDN]
      end
    end
    User((User)) --> C
    C --> A
    VPC -.-> Logs[Logs]`,
  'lines between groups': `flowchart TD
    subgraph one
      a1 --> a2
    end
    subgraph two
      b1 --> b2
    end
    one --> two
    two ==> c1
    one --o b2`,
  'kinds of lines': `flowchart LR
    A --> B
    A --- C
    A -.-> D
    A ==> E
    A -- text --> F
    A -. dotted text .-> G
    A == thick text ==> H
    A --x I
    A --o J
    K <--> L
    M ~~~ N
    O ---|plain| P
    Q -..-> R
    S ----> T`,
  'many at once': `flowchart TD
    A & B --> C & D
    C --> E; D --> E; E --> F`,
  'a chain': `graph LR
    A[Edit] --> B[Build] --> C[Test] -->|green| D[Ship] --> A`,
  shapes: `flowchart TD
    a[box] --> b(rounded) --> c([stadium]) --> d[[subroutine]]
    e[(database)] --> f((circle)) --> g(((double))) --> h{{hexagon}}
    i[/lean right/] --> j[\\lean left\\] --> k[/trapezoid\\] --> l[\\flipped/]
    m>flag] --> n{diamond} --> o(-ellipse-)`,
  colours: `flowchart TD
    A:::good --> B:::bad
    B --> C
    classDef good fill:#d4edda,stroke:#28a745,color:#155724
    classDef bad fill:#f96,stroke:#333,stroke-width:4px
    style C fill:#1f6feb,stroke:#000,color:#fff
    class A good
    linkStyle 0 stroke:#ff3,stroke-width:4px`,
  'comments and settings': `---
title: The release
config:
  theme: forest
---
%%{init: {'theme': 'dark', 'themeVariables': { 'primaryColor': '#ff0000' }}}%%
flowchart LR
    %% this is a comment
    A[Tag] --> B[Build] %% so is this
    B --> C[Publish]`,
  'a long question': `flowchart TD
    Start([User submits form]) --> Validate{Are all required fields filled in and valid according to the schema?}
    Validate -- No --> Err[/Show validation errors next to the fields/]
    Err --> Start
    Validate -- Yes --> Save[(Save to database)]
    Save --> Mail>Send confirmation e-mail]
    Mail --> End([Done])`,
  'emoji and other scripts': `flowchart LR
    A["🚀 Deploy"] --> B["数据库 迁移"]
    B --> C["Привет, мир"]
    C --> D["مرحبا بالعالم"]
    D --> E["Größe & Maß ✅"]`,
  'parallel lines and loops': `flowchart TD
    A -->|first| B
    A -->|second| B
    B --> B
    C -->|retry| C
    A --> C`,
  semicolons: `graph TD;
    A-->B;
    A-->C;
    B-->D;
    C-->D;`,
  'names with dashes': `flowchart LR
    web-app --> api_gateway
    api_gateway --> user.service
    user.service --> node-1`,
  'numbers and markdown': `flowchart TD
    1["\`**Bold** and _italic_\`"] --> 2["Step #35;2 &amp; more #quot;quoted#quot;"]
    2 --> end1[The end]`,
  clicks: `flowchart LR
    A[Docs] --> B[Code]
    click A "https://example.com" "Open" _blank
    click B call callback()`,
  'an architecture': `graph TB
    subgraph "Frontend (React)"
        A[Components]
        B[Redux Store]
    end
    subgraph "Backend (Node.js)"
        C[Express API]
        D[Business Logic]
    end
    subgraph "Data"
        E[(MongoDB)]
        F[(Redis Cache)]
    end
    A <--> B
    B -- "REST / JSON" --> C
    C --> D
    D --> E
    D -. "read-through" .-> F
    F -.->|miss| E`,
  'a pipeline': `flowchart LR
    commit([git push]) --> ci{CI passes?}
    ci -->|no| fix[Fix it] --> commit
    ci -->|yes| img[Build image]
    img --> scan[Scan]
    scan --> stage[Deploy to staging]
    stage --> smoke{Smoke tests}
    smoke -->|ok| prod[Deploy to production]
    smoke -->|failed| roll[Roll back]
    prod --> mon[/Monitor/]`,
  'windows line ends': 'flowchart TD\r\n    A[One] --> B[Two]\r\n    B --> C[Three]\r\n',
  'no direction': `flowchart
    A --> B`,
  'upwards and leftwards': `flowchart BT
    Leaf --> Branch --> Root`,
  'an empty group': `flowchart TD
    subgraph later [Comes later]
    end
    A --> later`,
};
