// Text into the clipboard, also where the page is not on https and the browser keeps its newer way shut.
export const copied = async (text) => {
  const whole = text.startsWith("/") || text.startsWith("?") ? new URL(text, location.href).href : text;
  try {
    await navigator.clipboard.writeText(whole);
    return true;
  } catch {
    const field = document.createElement("textarea");
    field.value = whole;
    field.className = "away";
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }
};
