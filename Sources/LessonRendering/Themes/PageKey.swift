/// The values of a page, in all of its templates.
enum PageKey: String, TemplateKey {
  case title, windowTitle, siteTitle, description, isLesson, isIndex
  case root, theme, home, icon, language
  case policy, metadata, styles, scripts
  case main
  case heading, byline, contents, body
  case hasNeighbours, previous, next
  case search, sections, lessons

  var kind: TemplateValueKind {
    switch self {
    case .title, .windowTitle, .siteTitle, .description, .byline, .root, .theme, .home, .language:
      .text
    case .icon, .policy, .metadata, .styles, .scripts, .main, .heading, .contents, .body, .search:
      .html
    case .isLesson, .isIndex, .hasNeighbours: .flag
    case .previous, .next: .group(EntryKey.self)
    case .sections: .list(SectionKey.self)
    case .lessons: .list(EntryKey.self)
    }
  }

  var meaning: String {
    switch self {
    case .title: "of the lesson; in the list of all lessons, of the site"
    case .windowTitle: "what a browser shows above the page"
    case .siteTitle: "`title` of neuronbook.yml"
    case .description: "of the lesson, if it has one"
    case .isLesson: "the page shows a lesson"
    case .isIndex: "the page is the list of all lessons"
    case .root: "the way to the output folder, such as `../`; empty in the folder itself"
    case .theme: "the way to the theme's files, as in `<img src=\"{{theme}}logo.png\">`"
    case .home: "the address of the list of all lessons"
    case .icon: "the address of the icon"
    case .language: "what the lessons are written in, such as `en`"
    case .policy: "what the page may load, for `Content-Security-Policy`"
    case .metadata: "elements for the head that tell search engines of the page"
    case .styles: "elements for the head that bring the style sheets"
    case .scripts: "elements for the head that bring the scripts"
    case .main: "in page.mustache: what lesson.mustache or index.mustache made"
    case .heading: "the lesson's title as a heading"
    case .byline: "author and date, if they are given, reading time and tags"
    case .contents: "the table of contents, if the lesson has several headings"
    case .body: "the lesson below its title"
    case .hasNeighbours: "there is a previous or a next lesson"
    case .previous: "the lesson before this one"
    case .next: "the lesson after this one"
    case .search: "where the search box appears, if scripts run"
    case .sections: "all lessons, in the order of reading, as they lie together in folders"
    case .lessons: "all lessons, in the order of reading"
    }
  }
}

/// The values of a lesson that a page leads to.
enum EntryKey: String, TemplateKey {
  case title, description, address, isCurrent
  case facts, minutes, tags, date

  var kind: TemplateValueKind {
    switch self {
    case .title, .description, .address, .facts, .minutes, .tags, .date: .text
    case .isCurrent: .flag
    }
  }

  var meaning: String {
    switch self {
    case .title: "its title"
    case .description: "its description, if it has one"
    case .address: "the address of its page"
    case .isCurrent: "it is the page itself"
    case .facts: "reading time and tags"
    case .minutes: "how many minutes it takes to read"
    case .tags: "its tags, with commas"
    case .date: "its date, if it has one"
    }
  }
}

/// The values of lessons that stand together.
enum SectionKey: String, TemplateKey {
  case heading, start, lessons

  var kind: TemplateValueKind {
    switch self {
    case .heading, .start: .text
    case .lessons: .list(EntryKey.self)
    }
  }

  var meaning: String {
    switch self {
    case .heading: "what their folder is called, if there are several"
    case .start: "the number of the first lesson"
    case .lessons: "the lessons, in the order of reading"
    }
  }
}
