import SourceText

// What can be wrong with a theme. Until it is right no page is written, since all are made from it.

extension Rule {
  public static let templateSyntax = Rule(
    "template-syntax", .incomplete, "a template of the theme is not Mustache as it is read here",
    """
    A template is HTML with tags: {{value}}, {{#section}} … {{/section}} for what is there, is true or
    is a list, {{^section}} … {{/section}} for what is not, {{> template}} and {{! comment }}. A section
    is closed in the template that opens it; a template cannot take in itself. No page is written until
    the theme is right.
    """, .sketch,
    wrong: "{{#description}}<p>{{description}}</p>",
    right: "{{#description}}<p>{{description}}</p>{{/description}}")

  public static let unknownTemplateValue = Rule(
    "unknown-template-value", .incomplete, "a template of the theme names a value that no page has",
    """
    `neuronbook explain --theme` lists the values. Those of a lesson are known inside {{#lessons}},
    {{#previous}} and {{#next}}, or as {{next.title}}.
    """, .sketch,
    wrong: "<h1>{{titel}}</h1>",
    right: "<h1>{{title}}</h1>")

  public static let unknownTemplate = Rule(
    "unknown-template", .incomplete,
    "a template of the theme is named that is not there, or not named",
    """
    A folder of a theme holds files NAME.mustache. One that is called like a usual template takes its
    place: `page`, `head`, `header`, `lesson`, `index`, `footer`. Any other is taken in by {{> NAME}},
    and somewhere it must be.
    """, .sketch,
    wrong: "{{> foter}}",
    right: "{{> footer}}")
}
