import Platform

/// The few functions of JavaScriptCore's C API that are used here, found when first needed.
///
/// Linking the library would cost every start of the program 6 to 8 ms, formulas or not. The types
/// are those of `JavaScriptCore/JSBase.h` and its neighbours, where every reference is an opaque
/// pointer; so no header is needed either.
struct JavaScriptCore {
  typealias Group = OpaquePointer
  typealias Context = OpaquePointer
  typealias Value = OpaquePointer
  typealias Text = OpaquePointer
  typealias ExceptionSlot = UnsafeMutablePointer<Value?>
  typealias ShouldTerminate = @convention(c) (Context?, UnsafeMutableRawPointer?) -> Bool

  let makeGroup: @convention(c) () -> Group?
  let releaseGroup: @convention(c) (Group?) -> Void
  let makeContext: @convention(c) (Group?, OpaquePointer?) -> Context?
  let releaseContext: @convention(c) (Context?) -> Void
  let evaluate: @convention(c) (Context?, Text?, Value?, Text?, Int32, ExceptionSlot?) -> Value?
  let call:
    @convention(c) (Context?, Value?, Value?, Int, UnsafePointer<Value?>?, ExceptionSlot?) -> Value?
  let protect: @convention(c) (Context?, Value?) -> Void
  let makeText: @convention(c) (UnsafePointer<CChar>?) -> Text?
  let releaseText: @convention(c) (Text?) -> Void
  let maximumLength: @convention(c) (Text?) -> Int
  let copyText: @convention(c) (Text?, UnsafeMutablePointer<CChar>?, Int) -> Int
  let makeString: @convention(c) (Context?, Text?) -> Value?
  let makeBoolean: @convention(c) (Context?, Bool) -> Value?
  let copyString: @convention(c) (Context?, Value?, ExceptionSlot?) -> Text?
  let isObject: @convention(c) (Context?, Value?) -> Bool
  /// Exported, though in no public header; without it a formula's time has no limit.
  let setTimeLimit:
    (@convention(c) (Group?, Double, ShouldTerminate?, UnsafeMutableRawPointer?) -> Void)?

  /// Where the library lies: by name on Debian (`libjavascriptcoregtk-4.1-0`), a framework on macOS.
  static let standardNames = [
    "/System/Library/Frameworks/JavaScriptCore.framework/JavaScriptCore",
    "libjavascriptcoregtk-4.1.so.0", "libjavascriptcoregtk-6.0.so.1",
    "libjavascriptcoregtk-4.0.so.18",
  ]

  /// `nil` when no library of these names can be opened, or it is not JavaScriptCore.
  init?(firstOf names: [String]) {
    guard let library = SharedLibrary(firstOf: names) else { return nil }
    func find<Function>(_ name: String) -> Function? {
      library.function(name, as: Function.self)
    }
    setTimeLimit = find("JSContextGroupSetExecutionTimeLimit")
    guard
      let makeGroup: @convention(c) () -> Group? = find("JSContextGroupCreate"),
      let releaseGroup: @convention(c) (Group?) -> Void = find("JSContextGroupRelease"),
      let makeContext: @convention(c) (Group?, OpaquePointer?) -> Context? =
        find("JSGlobalContextCreateInGroup"),
      let releaseContext: @convention(c) (Context?) -> Void = find("JSGlobalContextRelease"),
      let evaluate: @convention(c) (Context?, Text?, Value?, Text?, Int32, ExceptionSlot?) -> Value?
      =
        find("JSEvaluateScript"),
      let call:
        @convention(c) (
          Context?, Value?, Value?, Int, UnsafePointer<Value?>?, ExceptionSlot?
        ) -> Value? = find("JSObjectCallAsFunction"),
      let protect: @convention(c) (Context?, Value?) -> Void = find("JSValueProtect")
    else { return nil }
    guard
      let makeText: @convention(c) (UnsafePointer<CChar>?) -> Text? =
        find("JSStringCreateWithUTF8CString"),
      let releaseText: @convention(c) (Text?) -> Void = find("JSStringRelease"),
      let maximumLength: @convention(c) (Text?) -> Int =
        find("JSStringGetMaximumUTF8CStringSize"),
      let copyText: @convention(c) (Text?, UnsafeMutablePointer<CChar>?, Int) -> Int =
        find("JSStringGetUTF8CString"),
      let makeString: @convention(c) (Context?, Text?) -> Value? = find("JSValueMakeString"),
      let makeBoolean: @convention(c) (Context?, Bool) -> Value? = find("JSValueMakeBoolean"),
      let copyString: @convention(c) (Context?, Value?, ExceptionSlot?) -> Text? =
        find("JSValueToStringCopy"),
      let isObject: @convention(c) (Context?, Value?) -> Bool = find("JSValueIsObject")
    else { return nil }
    self.makeGroup = makeGroup
    self.releaseGroup = releaseGroup
    self.makeContext = makeContext
    self.releaseContext = releaseContext
    self.evaluate = evaluate
    self.call = call
    self.protect = protect
    self.makeText = makeText
    self.releaseText = releaseText
    self.maximumLength = maximumLength
    self.copyText = copyText
    self.makeString = makeString
    self.makeBoolean = makeBoolean
    self.copyString = copyString
    self.isObject = isObject
  }
}
